package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What the server answers is what its OpenAPI document says of it: there, null, or left out. */
final class OpenApiAnswersTest {
  private static final TestRoom ROOM = TestRoom.start(Map.of());

  private final Map<?, ?> document =
      new Yaml(new SafeConstructor(new LoaderOptions()))
          .load(ROOM.anonymous().get("/openapi").body());

  /** Fields that were null in an answer, as in {@code Shed.heardAt}. */
  private final Set<String> nulls = new TreeSet<>();

  /** Fields that an answer did not have. */
  private final Set<String> leftOut = new TreeSet<>();

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  private static Map<?, ?> map(Object of, String... way) {
    Object here = of;
    for (String step : way) {
      here = Objects.requireNonNullElse(((Map<?, ?>) here).get(step), Map.of());
    }
    return (Map<?, ?>) here;
  }

  private static Set<String> required(Map<?, ?> schema) {
    Set<String> names = new HashSet<>();
    ((List<?>) Objects.requireNonNullElse(schema.get("required"), List.of()))
        .forEach(one -> names.add(one.toString()));
    return names;
  }

  private Map<?, ?> schema(String name) {
    return map(document, "components", "schemas", name);
  }

  private static String nameOf(Map<?, ?> schema) {
    Object to = schema.get("$ref");
    if (to == null && schema.get("allOf") instanceof List<?> all) {
      to = map(all.get(0)).get("$ref");
    }
    return to == null ? "" : to.toString().substring(to.toString().lastIndexOf('/') + 1);
  }

  private void fits(String where, Object value, Map<?, ?> said) {
    String name = nameOf(said);
    Map<?, ?> schema = name.isEmpty() ? said : schema(name);
    if (value instanceof List<?> list) {
      list.forEach(one -> fits(where + "[]", one, map(schema, "items")));
    } else if (value instanceof Map<?, ?> fields && schema.containsKey("properties")) {
      Map<?, ?> properties = map(schema, "properties");
      Set<String> there = new TreeSet<>();
      fields.keySet().forEach(field -> there.add(field.toString()));
      assertThat(properties.keySet().stream().map(Object::toString)).as(where).containsAll(there);
      assertThat(there).as(where).containsAll(required(schema));
      properties.keySet().stream()
          .map(Object::toString)
          .filter(field -> !there.contains(field))
          .forEach(field -> leftOut.add(name + "." + field));
      fields.forEach(
          (field, one) -> {
            Map<?, ?> of = map(properties, field.toString());
            if (one == null) {
              assertThat(of.get("nullable")).as(where + "." + field + " is null").isEqualTo(true);
              nulls.add(name + "." + field);
            } else {
              fits(where + "." + field, one, of);
            }
          });
    }
  }

  private void answer(String role, String path, String template) {
    TestAnswer answer = ROOM.as(role).get(path);
    assertThat(answer.status()).as(path).isEqualTo(200);
    Map<?, ?> good = map(document, "paths", template, "get", "responses", "200");
    fits(path, answer.json(), map(good, "content", "application/json", "schema"));
  }

  @Test
  void answersHaveWhatIsRequiredAndNullOnlyWhereThatIsSaid() {
    TestAnswer report =
        ROOM.anonymous()
            .post("/api/v1/reports", "{\"building\":\"b01\",\"note\":\"a wire from the window\"}");
    assertThat(report.status()).as(report.toString()).isEqualTo(201);
    ROOM.as("admin")
        .send(
            "POST",
            "/api/v1/sessions/import",
            """
            shed,socket,startedAt,endedAt,wattHours
            s01,1,2025-03-01T18:00:00+08:00,2025-03-01T21:00:00+08:00,500
            """,
            Map.of("Content-Type", "text/csv"));

    answer("resident", "/api/v1/sheds", "/api/v1/sheds");
    answer("staff", "/api/v1/sheds", "/api/v1/sheds");
    answer("staff", "/api/v1/sheds/s01", "/api/v1/sheds/{shed}");
    answer("staff", "/api/v1/sheds/s01/sockets/1", "/api/v1/sheds/{shed}/sockets/{socket}");
    answer("staff", "/api/v1/sessions", "/api/v1/sessions");
    answer("staff", "/api/v1/alerts", "/api/v1/alerts");
    answer("staff", "/api/v1/incidents", "/api/v1/incidents");
    answer("staff", "/api/v1/reports", "/api/v1/reports");
    answer("staff", "/api/v1/pressure", "/api/v1/pressure");
    answer("staff", "/api/v1/inspections", "/api/v1/inspections");
    answer("staff", "/api/v1/rules", "/api/v1/rules");
    answer("staff", "/api/v1/notices", "/api/v1/notices");
    answer("admin", "/api/v1/users", "/api/v1/users");
    answer("admin", "/api/v1/staff-actions", "/api/v1/staff-actions");
    answer("resident", "/api/v1/me", "/api/v1/me");
    answer("resident", "/health", "/health");

    // Else nothing was put to the test.
    assertThat(nulls).contains("PageShape_SessionShape_.next", "Shed.heardAt");
    assertThat(leftOut).contains("Shed.maintenance", "Socket.volts");
  }

  @Test
  void whatMayBeLeftOutOfAQuestionIsNotRequired() {
    assertThat(required(schema("HttpInspections.InspectionAsked")))
        .contains("name")
        .doesNotContain("shed");
    List<?> parameters =
        (List<?>) map(document, "paths", "/api/v1/alerts", "get").get("parameters");
    assertThat(parameters).isNotEmpty().noneMatch(one -> map(one).containsKey("required"));
    List<?> path =
        (List<?>) map(document, "paths", "/api/v1/alerts/{alert}", "get").get("parameters");
    assertThat(path).allMatch(one -> Boolean.TRUE.equals(map(one).get("required")));
  }
}
