package io.shedwatch.server.access;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Patch;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Admins manage users; users are disabled, never deleted, because the audit names them. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
class HttpUsers {
  private static final Logger LOG = LoggerFactory.getLogger(HttpUsers.class);

  /** A page of the audit. */
  private static final int PAGE = 100;

  private final Access access;
  private final InstantSource clock;

  HttpUsers(Access access, InstantSource clock) {
    this.access = access;
    this.clock = clock;
  }

  /** All users in the order of their names. */
  @Get("/users")
  @Secured(HttpAccess.ADMIN)
  UserList users() throws SQLException {
    return new UserList(access.users().all().stream().map(UserView::of).toList());
  }

  /** Adds a user. */
  @Post("/users")
  @Secured(HttpAccess.ADMIN)
  HttpResponse<UserView> add(@Body @Valid UserToAdd user, Authentication asking)
      throws SQLException {
    Role role = role(user.role());
    checkPassword(user.password());
    String hash = access.passwords().hash(user.password());
    if (!access.users().add(user.user(), role, hash, clock.instant())) {
      throw new ProblemException(ProblemType.CONFLICT, "There is a user " + user.user() + ".");
    }
    LOG.info("user added user={} role={} by={}", user.user(), role.word(), asking.getName());
    return HttpResponse.<UserView>status(HttpStatus.CREATED).body(UserView.of(known(user.user())));
  }

  /** Changes role, password, or whether the user may log in; ends the user's logins. */
  @Patch("/users/{user}")
  @Secured(HttpAccess.ADMIN)
  UserView change(String user, @Body @Valid UserChange change, Authentication asking)
      throws SQLException {
    User before = known(user);
    Role role = change.role().isPresent() ? role(change.role().get()) : before.role();
    boolean disabled = change.disabled().orElse(before.disabled());
    if (change.password().isPresent()) {
      checkPassword(change.password().get());
    }
    if ((role != Role.ADMIN || disabled) && isLastAdmin(before)) {
      throw new ProblemException(ProblemType.CONFLICT, "This is the last admin who can log in.");
    }
    access.users().setRole(user, role, disabled);
    if (change.password().isPresent()) {
      String hash = access.passwords().hash(change.password().get());
      access.users().setPassword(user, hash, clock.instant());
    }
    access.logins().endAllOf(user);
    LOG.info(
        "user changed user={} role={} disabled={} password={} by={}",
        user,
        role.word(),
        disabled,
        change.password().isPresent() ? "changed" : "kept",
        asking.getName());
    return UserView.of(known(user));
  }

  /** What staff, officers and admins changed, newest first. */
  @Get("/staff-actions{?before}")
  @Secured(HttpAccess.OFFICER)
  ActionPage actions(@QueryValue @Nullable Long before) throws SQLException {
    List<StaffAction> page =
        access.actions().before(before == null ? Long.MAX_VALUE : before, PAGE);
    Optional<String> next =
        page.size() < PAGE
            ? Optional.empty()
            : Optional.of(Long.toString(page.get(page.size() - 1).number()));
    return new ActionPage(page.stream().map(ActionView::of).toList(), next);
  }

  private boolean isLastAdmin(User user) throws SQLException {
    return user.role() == Role.ADMIN
        && !user.disabled()
        && access.users().all().stream()
            .noneMatch(
                other ->
                    other.role() == Role.ADMIN
                        && !other.disabled()
                        && !other.user().equals(user.user()));
  }

  private User known(String user) throws SQLException {
    return access
        .users()
        .find(user)
        .orElseThrow(() -> ProblemException.notFound("There is no user " + user + "."));
  }

  private static Role role(String word) {
    return Role.ofWord(word)
        .orElseThrow(() -> ProblemException.invalid("role is one of staff, officer, admin."));
  }

  private static void checkPassword(String password) {
    Passwords.fault(password)
        .ifPresent(
            fault -> {
              throw ProblemException.invalid(fault);
            });
  }

  /** A user to be added. */
  @Serdeable
  record UserToAdd(
      @NotBlank @Pattern(regexp = User.NAME) String user,
      @NotBlank @Size(max = 10) String role,
      @NotBlank @Size(max = Passwords.MAX_LENGTH) String password) {
    @Override
    public String toString() {
      return "UserToAdd[user=" + user + ", role=" + role + "]";
    }
  }

  /** What is absent stays. */
  @Serdeable
  record UserChange(Optional<String> role, Optional<Boolean> disabled, Optional<String> password) {
    @Override
    public String toString() {
      return "UserChange[role=" + role + ", disabled=" + disabled + "]";
    }
  }

  /** A user without anything secret. */
  @Serdeable
  record UserView(
      String user, String role, boolean disabled, Instant createdAt, Instant passwordChangedAt) {
    static UserView of(User user) {
      return new UserView(
          user.user(),
          user.role().word(),
          user.disabled(),
          user.createdAt(),
          user.passwordChangedAt());
    }
  }

  /** All users. */
  @Serdeable
  record UserList(List<UserView> items) {}

  /** One entry of the audit. */
  @Serdeable
  record ActionView(
      String number,
      Instant at,
      String user,
      String address,
      String method,
      String path,
      int status) {
    static ActionView of(StaffAction action) {
      return new ActionView(
          Long.toString(action.number()),
          action.at(),
          action.user(),
          action.address(),
          action.method(),
          action.path(),
          action.status());
    }
  }

  /**
   * @param next give it as {@code before} to read on; null at the end
   */
  @Serdeable
  record ActionPage(List<ActionView> items, Optional<String> next) {}
}
