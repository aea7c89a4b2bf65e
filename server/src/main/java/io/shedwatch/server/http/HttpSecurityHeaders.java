package io.shedwatch.server.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.MutableHttpHeaders;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.ResponseFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.util.List;
import java.util.stream.Stream;

/** Puts the security headers on every answer, errors too. */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HttpSecurityHeaders implements Ordered {
  static final String POLICY = "Content-Security-Policy";

  /** One year, as browsers' preload lists ask for at least. */
  private static final String STRICT_TRANSPORT = "max-age=31536000";

  private final boolean https;

  HttpSecurityHeaders(HttpSettings settings) {
    this.https = settings.https();
  }

  /**
   * Only what this server serves, no inline script, no frame around it.
   *
   * @param styles hashes of the only styles that may stand in the page itself
   */
  static String policy(List<String> styles) {
    return "default-src 'none'; script-src 'self'; style-src "
        + String.join(" ", Stream.concat(Stream.of("'self'"), styles.stream()).toList())
        + "; img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; manifest-src 'self';"
        + " worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.order(); // Around all other filters: their refusals too.
  }

  @ResponseFilter
  void protect(MutableHttpResponse<?> response) {
    MutableHttpHeaders headers = response.getHeaders();
    if (!headers.contains(POLICY)) {
      headers.set(POLICY, policy(List.of())); // Pages bring their own.
    }
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "DENY");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Permissions-Policy", "geolocation=(self), camera=(self), microphone=()");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    if (https) {
      headers.set("Strict-Transport-Security", STRICT_TRANSPORT);
    }
    if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
      headers.set(HttpHeaders.CACHE_CONTROL, "no-store"); // Live data is stale once it is kept.
    }
  }
}
