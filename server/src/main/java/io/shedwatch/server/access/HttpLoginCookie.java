package io.shedwatch.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.cookie.Cookie;
import io.micronaut.http.cookie.SameSite;
import io.shedwatch.server.http.HttpSettings;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** The cookie that carries a login's token. Scripts cannot read it, other sites cannot send it. */
@Singleton
final class HttpLoginCookie {
  static final String NAME = "shedwatch_login";

  /** As long as browsers keep one; when the login ends is decided in the server. */
  private static final Duration KEPT = Duration.ofDays(400);

  private final boolean https;

  HttpLoginCookie(HttpSettings settings) {
    this.https = settings.https();
  }

  Optional<String> token(HttpRequest<?> request) {
    return request.getCookies().findCookie(NAME).map(Cookie::getValue);
  }

  Cookie holding(String token) {
    return cookie(token).maxAge(KEPT);
  }

  Cookie erased() {
    return cookie("").maxAge(0);
  }

  private Cookie cookie(String value) {
    return Cookie.of(NAME, value).path("/").httpOnly(true).secure(https).sameSite(SameSite.Strict);
  }
}
