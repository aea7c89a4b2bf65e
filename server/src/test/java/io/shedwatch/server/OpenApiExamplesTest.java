package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** Examples of pressure, capacity and patrols: there, and of the shape that is answered. */
final class OpenApiExamplesTest {
  private static final JsonMapper JSON = JsonMapper.createDefault();
  private static final String NO_CONTENT = "204";

  private final Map<?, ?> document =
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(TestRoom.shared().anonymous().get("/openapi").body());

  private static Map<?, ?> map(Object of, String... way) {
    Object here = of;
    for (String step : way) {
      here = Objects.requireNonNullElse(((Map<?, ?>) here).get(step), Map.of());
    }
    return (Map<?, ?>) here;
  }

  /** A schema, with the one that it refers to in its place. */
  private Map<?, ?> resolved(Map<?, ?> schema) {
    Object to = schema.get("$ref");
    if (to == null) {
      List<?> all = (List<?>) Objects.requireNonNullElse(schema.get("allOf"), List.of());
      return all.isEmpty() ? schema : resolved((Map<?, ?>) all.get(0));
    }
    String name = to.toString().substring(to.toString().lastIndexOf('/') + 1);
    return resolved(map(document, "components", "schemas", name));
  }

  /**
   * Every field of the example is in the schema, at every depth. Not the other way round: fields
   * that are null in an example are not in the document.
   */
  private void fits(String where, Object value, Map<?, ?> schema) {
    Map<?, ?> shape = resolved(schema);
    Map<?, ?> properties = map(shape, "properties");
    if (value instanceof List<?> list) {
      list.forEach(one -> fits(where + "[]", one, map(shape, "items")));
    } else if (value instanceof Map<?, ?> fields && !properties.isEmpty()) {
      assertThat(fields.keySet())
          .as(where)
          .map(String::valueOf)
          .isNotEmpty()
          .isSubsetOf(properties.keySet().stream().map(String::valueOf).toList());
      fields.forEach(
          (name, one) -> {
            if (one != null) {
              fits(where + "." + name, one, map(properties, name.toString()));
            }
          });
    }
  }

  private static Object json(Object example) {
    try {
      return JSON.readValue(example.toString(), Argument.mapOf(String.class, Object.class));
    } catch (IOException e) {
      throw new AssertionError("not JSON: " + example, e);
    }
  }

  private void answers(String operation, Map<?, ?> responses) {
    Map<?, ?> good =
        responses.entrySet().stream()
            .filter(one -> one.getKey().toString().startsWith("2"))
            .filter(one -> !one.getKey().toString().equals(NO_CONTENT))
            .findFirst()
            .map(one -> map(one.getValue(), "content", "application/json"))
            .orElse(Map.of());
    if (!good.isEmpty()) {
      Map<?, ?> examples = map(good, "examples");
      assertThat(examples).as(operation + " answers").isNotEmpty();
      examples
          .values()
          .forEach(
              one -> {
                Object value = map(one).get("value");
                fits(
                    operation,
                    value instanceof String text ? json(text) : Objects.requireNonNull(value),
                    map(good, "schema"));
              });
    }
  }

  @Test
  void everyAnswerAndBodyAboutPressureHasAnExampleOfItsShape() {
    List<String> seen = new ArrayList<>();
    map(document, "paths")
        .forEach(
            (path, operations) -> {
              if (path.toString().matches("/api/v1/(pressure|capacity|patrols)(/.*)?")) {
                map(operations)
                    .forEach(
                        (method, operation) -> {
                          String name = method + " " + path;
                          seen.add(name);
                          answers(name, map(operation, "responses"));
                          Map<?, ?> body =
                              map(operation, "requestBody", "content", "application/json");
                          if (!body.isEmpty()) {
                            assertThat(resolved(map(body, "schema")).get("example"))
                                .as(name + " takes")
                                .isNotNull();
                          }
                        });
              }
            });
    assertThat(Set.copyOf(seen))
        .contains(
            "get /api/v1/pressure",
            "get /api/v1/pressure/week",
            "get /api/v1/pressure/effect",
            "get /api/v1/capacity",
            "get /api/v1/patrols",
            "post /api/v1/patrols",
            "post /api/v1/patrols/{patrol}/findings",
            "post /api/v1/patrols/{patrol}/photos");
  }
}
