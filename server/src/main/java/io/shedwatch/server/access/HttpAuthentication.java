package io.shedwatch.server.access;

import io.micronaut.core.async.publisher.Publishers;
import io.micronaut.http.HttpRequest;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.security.filters.AuthenticationFetcher;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import org.reactivestreams.Publisher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the framework who asks: the login of the request's cookie, with the roles it includes. */
@Singleton
final class HttpAuthentication implements AuthenticationFetcher<HttpRequest<?>> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpAuthentication.class);

  private final Logins logins;
  private final HttpLoginCookie cookie;
  private final InstantSource clock;
  private final ExecutorService blocking;

  HttpAuthentication(
      Access access,
      HttpLoginCookie cookie,
      InstantSource clock,
      @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
    this.logins = access.logins();
    this.cookie = cookie;
    this.clock = clock;
    this.blocking = blocking;
  }

  @Override
  public Publisher<Authentication> fetchAuthentication(HttpRequest<?> request) {
    Optional<String> token = cookie.token(request);
    Optional<Login> login = token.flatMap(value -> logins.find(value, clock.instant()));
    if (login.isEmpty()) {
      return Publishers.empty();
    }
    prolong(token.orElseThrow(), login.get());
    return Publishers.just(Authentication.build(login.get().user(), login.get().role().words()));
  }

  private void prolong(String token, Login login) {
    Instant now = clock.instant();
    if (logins.isWorthProlonging(login, now)) {
      blocking.execute(
          () -> {
            try {
              logins.prolong(token, now);
            } catch (SQLException e) {
              // It holds in memory; only a restart would end it early.
              LOG.warn("login not prolonged in the table user={}", login.user(), e);
            }
          });
    }
  }
}
