package io.shedwatch.server.access;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.HttpClientAddress;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Logging in and out, who one is, and one's own password. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class HttpLogin {
  private static final Logger LOG = LoggerFactory.getLogger(HttpLogin.class);
  private static final String RESIDENT = "resident";

  private final Access access;
  private final HttpLoginCookie cookie;
  private final HttpClientAddress addresses;
  private final InstantSource clock;

  HttpLogin(
      Access access, HttpLoginCookie cookie, HttpClientAddress addresses, InstantSource clock) {
    this.access = access;
    this.cookie = cookie;
    this.addresses = addresses;
    this.clock = clock;
  }

  /** Logs in; the answer sets the login cookie. */
  @Post("/login")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<Me> login(@Body @Valid Credentials credentials, HttpRequest<?> request)
      throws SQLException {
    Instant now = clock.instant();
    String address = addresses.of(request);
    String user = credentials.user().strip().toLowerCase(Locale.ROOT);
    Optional<Duration> wait = access.throttle().attempt(user, address, now.toEpochMilli());
    if (wait.isPresent()) {
      LOG.warn("login refused reason=throttled address={}", address);
      long seconds = wait.get().toSeconds() + 1;
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "Too many failed logins; try again in " + seconds + " s.",
          Map.of("Retry-After", Long.toString(seconds)));
    }
    Optional<String> hash = access.users().passwordHash(user);
    Optional<User> known = access.users().find(user);
    if (!access.passwords().matches(credentials.password(), hash) || known.isEmpty()) {
      // The name is a stranger's text (a mistyped password, perhaps): it is not logged.
      LOG.warn("login refused reason=wrong address={} userKnown={}", address, known.isPresent());
      throw new ProblemException(ProblemType.LOGIN_FAILED, ProblemType.LOGIN_FAILED.title());
    }
    access.throttle().succeeded(user, address);
    Role role = known.get().role();
    String token = access.logins().start(user, role, address, now);
    access.actions().add(new StaffAction(0, now, user, address, "POST", request.getPath(), 200));
    LOG.info("login user={} role={} address={}", user, role.word(), address);
    return HttpResponse.ok(new Me(Optional.of(user), role.word())).cookie(cookie.holding(token));
  }

  /** Ends this login. */
  @Post("/logout")
  @Secured(HttpAccess.EVERYBODY)
  HttpResponse<Me> logout(HttpRequest<?> request) throws SQLException {
    Optional<String> token = cookie.token(request);
    if (token.isPresent()) {
      access.logins().end(token.get());
    }
    return HttpResponse.ok(new Me(Optional.empty(), RESIDENT)).cookie(cookie.erased());
  }

  /** Who asks, and with which role; residents have no user. */
  @Get("/me")
  @Secured(HttpAccess.EVERYBODY)
  Me me(@Nullable Authentication asking) {
    if (asking == null) {
      return new Me(Optional.empty(), RESIDENT);
    }
    String role =
        Arrays.stream(Role.values())
            .map(Role::word)
            .filter(asking.getRoles()::contains)
            .reduce(RESIDENT, (lower, higher) -> higher);
    return new Me(Optional.of(asking.getName()), role);
  }

  /** Changes one's own password; all other logins of this user end. */
  @Post("/me/password")
  @Secured(HttpAccess.STAFF)
  @Status(HttpStatus.NO_CONTENT)
  void changePassword(@Body @Valid PasswordChange change, Authentication asking)
      throws SQLException {
    String user = asking.getName();
    if (!access.passwords().matches(change.old(), access.users().passwordHash(user))) {
      throw new ProblemException(ProblemType.LOGIN_FAILED, "The old password is wrong.");
    }
    Optional<String> fault = Passwords.fault(change.changed());
    if (fault.isPresent()) {
      throw ProblemException.invalid(fault.get());
    }
    access.users().setPassword(user, access.passwords().hash(change.changed()), clock.instant());
    access.logins().endAllOf(user);
    LOG.info("password changed user={} by={}", user, user);
  }

  /** What somebody types into the login form. */
  @Serdeable
  record Credentials(
      @NotBlank @Size(max = 64) String user,
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String password) {
    @Override
    public String toString() {
      return "Credentials[user=" + user + "]";
    }
  }

  /** One's own password, old and changed. */
  @Serdeable
  record PasswordChange(
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String old,
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String changed) {
    @Override
    public String toString() {
      return "PasswordChange[]";
    }
  }

  /**
   * @param role resident, staff, officer or admin
   */
  @Serdeable
  record Me(Optional<String> user, String role) {}
}
