package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Topics, names and words of the AsyncAPI document are those of the code. */
final class AsyncApiDocumentTest {
  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.of(
          "status", Status.class,
          "will", Will.class,
          "readings", Readings.class,
          "reading", Reading.class,
          "range", SeqRange.class,
          "alarm", Alarm.class,
          "outcome", Outcome.class,
          "command", Command.class,
          "limits", Limits.class,
          "stored", Stored.class);

  @ParameterizedTest
  @EnumSource
  void eachChannelHasItsTopicItsSenderItsQosAndItsRetention(Channel channel) {
    String address = AsyncApi.document().at("/channels/" + channel.word() + "/address").asText();
    assertThat(Topic.parse(address.replace("{site}", "liuxi").replace("{shed}", "s01")))
        .contains(new Topic(ShedAddress.of("liuxi", "s01"), channel));
    assertThat(
            AsyncApi.names(AsyncApi.document().at("/channels/" + channel.word() + "/parameters")))
        .containsExactly("shed", "site");

    JsonNode operation = operation(channel);
    assertThat(operation.path("action").asText())
        .isEqualTo(channel.fromEdge() ? "send" : "receive");
    assertThat(operation.at("/bindings/mqtt/qos").asInt()).isEqualTo(1);
    assertThat(operation.at("/bindings/mqtt/retain").asBoolean()).isEqualTo(channel.retained());
  }

  @Test
  void thereAreNoOtherChannelsAndOperations() {
    Set<String> channels = words(Channel.values(), Channel::word);
    assertThat(AsyncApi.names(AsyncApi.document().get("channels"))).isEqualTo(channels);
    assertThat(AsyncApi.document().get("operations")).hasSameSizeAs(channels);
  }

  @Test
  void everyMessageHasItsSchemaWithTheNamesOfItsRecord() {
    assertThat(Set.<Class<?>>copyOf(RECORDS.values())).containsAll(leaves(Message.class));
    RECORDS.forEach(
        (schema, type) ->
            assertThat(AsyncApi.properties(schema).keySet())
                .as(schema)
                .containsExactlyInAnyOrderElementsOf(namesOnTheWire(type)));
  }

  @ParameterizedTest
  @EnumSource
  void theReaderKnowsTheSameFields(Channel channel) {
    FieldTable fields = MessageReader.of(channel).fields();
    assertThat(IntStream.range(0, fields.size()).mapToObj(i -> fields.name(i).getValue()))
        .containsExactlyInAnyOrderElementsOf(
            AsyncApi.messages(channel).values().stream()
                .flatMap(
                    message -> AsyncApi.properties(AsyncApi.payload(message)).keySet().stream())
                .collect(Collectors.toSet()));
  }

  @Test
  void theWordsAreThoseOfTheEnums() {
    Map<String, Set<String>> words = new TreeMap<>();
    RECORDS
        .keySet()
        .forEach(
            schema ->
                AsyncApi.properties(schema)
                    .forEach(
                        (name, property) -> {
                          if (property.has("enum")) {
                            words.put(schema + "." + name, texts(property.get("enum")));
                          }
                        }));
    assertThat(words)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "status.state", without("lost", words(ShedState.values(), ShedState::word)),
                    "will.state", Set.of(ShedState.LOST.word()),
                    "reading.usage", words(Usage.values(), Usage::word),
                    "reading.relay",
                        without("untold", words(RelayPosition.values(), RelayPosition::word)),
                    "alarm.kind", words(AlarmKind.values(), AlarmKind::word),
                    "alarm.phase", words(AlarmPhase.values(), AlarmPhase::word),
                    "alarm.action", words(AlarmAction.values(), AlarmAction::word),
                    "outcome.result", words(CommandResult.values(), CommandResult::word),
                    "command.do", words(CommandAction.values(), CommandAction::word))));
  }

  @Test
  void everyReferenceLeadsSomewhereAndEverythingIsReferredTo() {
    Set<String> references = new TreeSet<>(AsyncApi.document().findValuesAsText("$ref"));
    Set<String> dangling =
        references.stream()
            .filter(reference -> reference.startsWith("#"))
            .filter(reference -> AsyncApi.document().at(reference.substring(1)).isMissingNode())
            .collect(Collectors.toSet());
    assertThat(dangling).isEmpty();
    for (String room : List.of("messages", "schemas", "parameters", "securitySchemes")) {
      String path = "/components/" + room;
      assertThat(references)
          .containsAll(
              AsyncApi.names(AsyncApi.document().at(path)).stream()
                  .map(name -> "#" + path + "/" + name)
                  .toList());
    }
  }

  @ParameterizedTest
  @EnumSource
  void itsExamplesAreAllTheValidOnesEachUnderItsMessage(Channel channel) {
    Map<String, String> schemaOfFile = new HashMap<>();
    for (JsonNode message : AsyncApi.messages(channel).values()) {
      for (JsonNode example : message.get("examples")) {
        String file = example.at("/payload/$ref").asText().replaceFirst("^examples/", "");
        assertThat(schemaOfFile.put(file, AsyncApi.payload(message))).as(file).isNull();
      }
    }
    List<Example> valid =
        Example.under("valid").filter(example -> example.channel() == channel).toList();
    assertThat(schemaOfFile.keySet())
        .containsExactlyInAnyOrderElementsOf(valid.stream().map(Example::file).toList());
    for (Example example : valid) {
      assertThat(AsyncApi.accepting(channel, example.body()))
          .as(example.file())
          .containsExactly(schemaOfFile.get(example.file()));
    }
  }

  private static JsonNode operation(Channel channel) {
    List<JsonNode> operations =
        Stream.of(AsyncApi.document().get("operations"))
            .flatMap(all -> AsyncApi.names(all).stream().map(all::get))
            .filter(
                operation ->
                    operation.at("/channel/$ref").asText().equals("#/channels/" + channel.word()))
            .toList();
    assertThat(operations).hasSize(1);
    return operations.get(0);
  }

  /** A stamp is written flat, an action as what to {@code do}; rejected readings stay here. */
  private static Set<String> namesOnTheWire(Class<? extends Record> type) {
    Set<String> names = new TreeSet<>();
    for (RecordComponent component : type.getRecordComponents()) {
      if (component.getType() == Stamp.class) {
        names.addAll(StampReader.FIELDS);
      } else {
        names.add(component.getName());
      }
    }
    if (type == Command.class) {
      names.remove("action");
      names.add("do");
    } else if (type == Readings.class) {
      names.remove("rejected");
    } else if (type == Will.class) {
      names.add("state");
    }
    return names;
  }

  /** The records below a sealed interface. */
  private static Collection<Class<?>> leaves(Class<?> type) {
    return type.isSealed()
        ? Arrays.stream(type.getPermittedSubclasses())
            .flatMap(below -> leaves(below).stream())
            .toList()
        : List.of(type);
  }

  private static <E> Set<String> words(E[] constants, Function<E, String> word) {
    return Arrays.stream(constants).map(word).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> without(String word, Set<String> words) {
    assertThat(words.remove(word)).as(word).isTrue();
    return words;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(item -> assertThat(texts.add(item.asText())).isTrue());
    return texts;
  }
}
