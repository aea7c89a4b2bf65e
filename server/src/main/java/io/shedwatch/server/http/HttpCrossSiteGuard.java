package io.shedwatch.server.http;

import io.micronaut.core.order.Ordered;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.annotation.RequestFilter;
import io.micronaut.http.annotation.ServerFilter;
import io.micronaut.http.filter.ServerFilterPhase;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/**
 * Refuses changes that another site's page asks a browser for (CSRF). The session cookie is
 * SameSite=Strict already; this is the second lock. A browser always says where a request comes
 * from: Sec-Fetch-Site on HTTPS and localhost, Origin everywhere else. A client that says neither
 * is no browser and carries no cookie that it did not mean to send.
 */
@ServerFilter(ServerFilter.MATCH_ALL_PATTERN)
final class HttpCrossSiteGuard implements Ordered {
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
  private static final Set<String> OWN = Set.of("same-origin", "none");

  private final Optional<URI> publicUrl;

  HttpCrossSiteGuard(HttpSettings settings) {
    this.publicUrl = settings.publicUrl();
  }

  @Override
  public int getOrder() {
    return ServerFilterPhase.FIRST.after(); // Before the framework's own look at Origin.
  }

  @RequestFilter
  void refuse(HttpRequest<?> request) {
    if (SAFE.contains(request.getMethod())) {
      return;
    }
    Optional<String> site = request.getHeaders().findFirst("Sec-Fetch-Site");
    Optional<String> origin = request.getHeaders().findFirst(HttpHeaders.ORIGIN);
    boolean own =
        site.isPresent()
            ? OWN.contains(site.get())
            : origin.isEmpty() || isOwn(origin.get(), request);
    if (!own) {
      throw new ProblemException(
          ProblemType.CROSS_SITE, "Changes are taken from this server's own pages only.");
    }
  }

  private boolean isOwn(String origin, HttpRequest<?> request) {
    String authority = origin.replaceFirst("^https?://", "");
    return request.getHeaders().findFirst(HttpHeaders.HOST).map(authority::equals).orElse(false)
        || publicUrl.map(url -> url.getAuthority().equals(authority)).orElse(false);
  }
}
