package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The tables of docs/mqtt.md, made from the AsyncAPI document, in Markdown. */
final class MqttTables {
  /** Objects that a message contains come behind it. */
  private static final Map<String, List<String>> WITHIN =
      Map.of("readings", List.of("reading", "range"));

  private MqttTables() {}

  static String channels() {
    StringBuilder out = new StringBuilder();
    out.append("| channel | written by | retained | what |\n|---|---|---|---|\n");
    for (Channel channel : Channel.values()) {
      out.append("| `").append(channel.word()).append("` | ");
      out.append(channel.fromEdge() ? "shed" : "server").append(" | ");
      out.append(channel.retained() ? "yes" : "no").append(" | ");
      out.append(description(AsyncApi.document().at("/channels/" + channel.word()))).append(" |\n");
    }
    return out.toString();
  }

  /** All messages, each with an example and its fields. */
  static String messages() {
    StringBuilder out = new StringBuilder();
    for (Channel channel : Channel.values()) {
      AsyncApi.messages(channel)
          .values()
          .forEach(
              message -> {
                String title = message.path("title").asText();
                out.append("### ").append(title).append(" (`").append(channel.word());
                out.append("`)\n\n```json\n").append(example(channel, message)).append("\n```\n\n");
                String schema = AsyncApi.payload(message);
                out.append(fields(schema));
                WITHIN.getOrDefault(schema, List.of()).forEach(within -> append(out, within));
              });
    }
    return out.toString();
  }

  private static void append(StringBuilder out, String schema) {
    out.append(AsyncApi.schema(schema).path("title").asText()).append(":\n\n");
    out.append(fields(schema));
  }

  private static String fields(String schema) {
    Set<String> needed = new TreeSet<>();
    AsyncApi.schema(schema).path("required").forEach(name -> needed.add(name.asText()));
    StringBuilder out = new StringBuilder();
    out.append("| field | needed | values | meaning |\n|---|---|---|---|\n");
    AsyncApi.properties(schema)
        .forEach(
            (name, property) -> {
              out.append("| `").append(name).append("` | ");
              out.append(needed.contains(name) ? "yes" : "").append(" | ");
              out.append(values(property)).append(" | ");
              out.append(description(property)).append(" |\n");
            });
    return out.append('\n').toString();
  }

  private static String values(JsonNode property) {
    if (property.has("enum")) {
      List<String> words = new ArrayList<>();
      property.get("enum").forEach(word -> words.add("`" + word.asText() + "`"));
      return String.join(" ", words);
    }
    return switch (property.path("type").asText()) {
      case "boolean" -> "`true` `false`";
      case "integer" -> "whole, " + range(property);
      case "number" -> range(property);
      case "array" -> "list, at most " + property.path("maxItems").asInt();
      default ->
          property.has("pattern")
              ? "id"
              : "text, at most " + property.path("maxLength").asInt() + " characters";
    };
  }

  private static String range(JsonNode property) {
    return grouped(property.get("minimum")) + " to " + grouped(property.get("maximum"));
  }

  private static String grouped(JsonNode number) {
    BigDecimal value = number.decimalValue();
    int places = Math.max(0, value.stripTrailingZeros().scale());
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }

  private static String example(Channel channel, JsonNode message) {
    String file = message.at("/examples/0/payload/$ref").asText().replaceFirst("^examples/", "");
    return Example.all()
        .filter(example -> example.channel() == channel && example.file().equals(file))
        .map(example -> new String(example.body(), UTF_8).strip())
        .findFirst()
        .orElseThrow();
  }

  private static String description(JsonNode node) {
    return node.path("description").asText().strip();
  }
}
