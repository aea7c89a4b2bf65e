package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.GeneratedDocument;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The table route x role: complete, true, and written down. */
final class RouteTableTest {
  private final TestRoom room = TestRoom.shared();
  private final List<RouteRow> routes = RouteRow.all(room.context());

  @Test
  void everyRouteSaysItselfWhoMayUseIt() {
    assertThat(routes).hasSizeGreaterThan(10);
    assertThat(routes)
        .allSatisfy(route -> assertThat(route.rule()).as(route.handler()).isPresent());
  }

  @Test
  void everyRouteRefusesTheRolesBelowItsRule() {
    List<String> wrong = new ArrayList<>();
    for (RouteRow route : routes) {
      for (String role : RouteRow.ROLES) {
        if (!route.allows(role)) {
          int status = ask(route, role).status();
          if (status != (role.equals("resident") ? 401 : 403)) {
            wrong.add(role + " " + route + ": " + status);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void everyRouteOfReadingAdmitsTheRolesOfItsRule() {
    List<String> wrong = new ArrayList<>();
    for (RouteRow route : routes) {
      for (String role : RouteRow.ROLES) {
        if (route.allows(role) && route.method().equals("GET")) {
          TestAnswer answer = ask(route, role);
          if (answer.status() == 401 || answer.status() == 403 || answer.status() >= 500) {
            wrong.add(role + " " + route + ": " + answer);
          }
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void theDocumentHasTheTable() throws IOException {
    GeneratedDocument document = GeneratedDocument.of("http.md");
    document.bringUpToDate("routes", RouteRow.markdown(routes));
    assertThat(document.part("routes"))
        .as("run with -Ddocs.write=true to bring docs/http.md up to date")
        .isEqualTo(RouteRow.markdown(routes).strip());
  }

  @Test
  void everyRouteOfTheApiIsInTheOpenApiDocument() {
    String document = room.anonymous().get("/openapi").body();
    assertThat(document).startsWith("openapi: 3");
    assertThat(routes)
        .filteredOn(route -> route.path().startsWith("/api/"))
        .allSatisfy(
            route -> {
              Pattern path =
                  Pattern.compile(
                      "(?m)^  "
                          + Pattern.quote(route.path())
                          + ":\\n(?: {4}.*\\n)*?    "
                          + route.method().toLowerCase(java.util.Locale.ROOT)
                          + ":");
              assertThat(path.matcher(document).find()).as(route.toString()).isTrue();
            });
  }

  private TestAnswer ask(RouteRow route, String role) {
    String body = route.method().equals("GET") ? "" : "{}";
    return room.as(role).send(route.method(), route.example(), body, Map.of());
  }
}
