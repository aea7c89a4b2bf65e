package io.shedwatch.server;

import io.micronaut.context.ApplicationContext;
import io.micronaut.http.HttpMethod;
import io.micronaut.inject.ExecutableMethod;
import io.micronaut.security.annotation.Secured;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import io.shedwatch.server.http.HttpAccess;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One route of the running server.
 *
 * @param rule the word of its {@code @Secured}; empty when somebody forgot it
 * @param handler class and method, to find it
 */
record RouteRow(String method, String path, Optional<String> rule, String handler) {
  /** Roles from the one that may least; each includes the ones before it. */
  static final List<String> ROLES = List.of("resident", "staff", "officer", "admin");

  private static final List<String> RULES =
      List.of(HttpAccess.EVERYBODY, HttpAccess.STAFF, HttpAccess.OFFICER, HttpAccess.ADMIN);

  /** All routes of the product, without the tests' own; HEAD goes with GET. */
  static List<RouteRow> all(ApplicationContext context) {
    return context
        .getBean(Router.class)
        .uriRoutes()
        .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
        .map(RouteRow::of)
        .filter(row -> !row.path().startsWith("/test/"))
        .distinct()
        .sorted(Comparator.comparing(RouteRow::path).thenComparing(RouteRow::method))
        .toList();
  }

  private static RouteRow of(UriRouteInfo<?, ?> route) {
    ExecutableMethod<?, ?> target = route.getTargetMethod().getExecutableMethod();
    // The method's own annotation: a rule for a whole class is inherited by what is added later.
    List<String> rules =
        Arrays.stream(
                target.getAnnotationMetadata().getDeclaredMetadata().stringValues(Secured.class))
            .toList();
    return new RouteRow(
        route.getHttpMethodName(),
        route.getUriMatchTemplate().toPathString(),
        rules.size() == 1 && RULES.contains(rules.get(0))
            ? Optional.of(rules.get(0))
            : Optional.empty(),
        target.getDeclaringType().getSimpleName() + "." + target.getMethodName());
  }

  boolean allows(String role) {
    return ROLES.indexOf(role) >= rule.map(RULES::indexOf).orElse(ROLES.size());
  }

  /** A path that can be asked for: every variable filled with something that is not there. */
  String example() {
    return path.replaceAll("\\{[+]?[a-zA-Z]*[nN]umber[^}]*}|\\{socket}|\\{n}", "1")
        .replaceAll("\\{[^}]*}", "none");
  }

  static String markdown(List<RouteRow> rows) {
    StringBuilder out = new StringBuilder("| route | resident | staff | officer | admin |\n");
    out.append("|---|---|---|---|---|\n");
    for (RouteRow row : rows) {
      out.append("| `").append(row.method()).append(' ').append(row.path()).append("` |");
      for (String role : ROLES) {
        out.append(row.allows(role) ? " yes |" : " – |");
      }
      out.append('\n');
    }
    return out.toString();
  }
}
