package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A schema accepts a value exactly if the codec takes it as it stands. Tried for each field with
 * values of every type and on both sides of every bound, so that a bound, a pattern, a word or a
 * requirement that changes in one of the two only is found.
 */
final class AsyncApiLawsTest {
  static Stream<Arguments> fields() {
    return Place.ALL.stream()
        .flatMap(
            place ->
                AsyncApi.properties(place.schema()).keySet().stream()
                    .map(field -> Arguments.of(place, field)));
  }

  static Stream<Place> places() {
    return Place.ALL.stream();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fields")
  void theSchemaAcceptsExactlyWhatTheCodecTakes(Place place, String field) {
    JsonNode schema = AsyncApi.property(place.schema(), field);
    for (JsonNode value : DrawnValues.around(schema)) {
      ObjectNode body = place.body();
      place.put(body, field, value);
      assertThat(AsyncApi.accepts(place.message(), body))
          .as("%s with %s %s", place, field, shown(value))
          .isEqualTo(place.takes(body, field, value));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("fields")
  void theSchemaRequiresWhatTheCodecRequires(Place place, String field) {
    ObjectNode body = place.body();
    place.object(body).remove(field);
    assertThat(AsyncApi.accepts(place.message(), body)).isEqualTo(place.isGood(body));
  }

  @ParameterizedTest
  @MethodSource("places")
  void aFieldOfALaterVersionIsIgnored(Place place) {
    ObjectNode body = place.body();
    place.object(body).putObject("later").put("seq", "x");
    assertThat(AsyncApi.accepts(place.message(), body)).isTrue();
    assertThat(place.isGood(body)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("places")
  void everyNumberHasBoundsAndEveryTextALength(Place place) {
    for (Map.Entry<String, JsonNode> field : AsyncApi.properties(place.schema()).entrySet()) {
      JsonNode schema = field.getValue();
      switch (schema.path("type").asText()) {
        case "integer", "number" ->
            assertThat(schema.has("minimum") && schema.has("maximum")).as(field.getKey()).isTrue();
        case "string" ->
            assertThat(schema.has("enum") || schema.has("pattern") || schema.has("maxLength"))
                .as(field.getKey())
                .isTrue();
        case "array" -> assertThat(schema.has("maxItems")).as(field.getKey()).isTrue();
        default -> assertThat(schema.path("type").asText()).isEqualTo("boolean");
      }
    }
  }

  private static String shown(JsonNode value) {
    String text = value.toString();
    return text.length() > 100 ? text.substring(0, 100) + "..." : text;
  }
}
