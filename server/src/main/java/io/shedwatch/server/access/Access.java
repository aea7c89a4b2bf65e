package io.shedwatch.server.access;

import io.shedwatch.server.settings.Secret;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The room as the main opens it, before the first request. */
public final class Access {
  static final String FIRST_USER = "admin";

  private final JdbcUsers users;
  private final Logins logins;
  private final Passwords passwords;
  private final JdbcStaffActions actions;
  private final LoginThrottle throttle = new LoginThrottle();
  private final Optional<String> madeUpPassword;

  private Access(DataSource database, AccessSettings settings, Instant now) throws SQLException {
    this.users = new JdbcUsers(database);
    this.passwords = new Passwords(settings.passwordCost());
    this.actions = new JdbcStaffActions(database);
    Duration lifetime = Duration.ofHours(settings.loginHours());
    this.logins = new Logins(new JdbcLogins(database), lifetime, now);
    this.madeUpPassword = addFirstUser(settings, now);
  }

  /**
   * Opens the room on a migrated database; the first start adds the user admin.
   *
   * @throws IllegalArgumentException when the admin password of the settings is too short or long
   */
  public static Access open(DataSource database, AccessSettings settings, Instant now)
      throws SQLException {
    return new Access(database, settings, now);
  }

  private Optional<String> addFirstUser(AccessSettings settings, Instant now) throws SQLException {
    if (!users.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> given = settings.adminPassword().map(Secret::reveal);
    given
        .flatMap(Passwords::fault)
        .ifPresent(
            fault -> {
              throw new IllegalArgumentException("SHEDWATCH_ADMIN_PASSWORD: " + fault);
            });
    String password = given.orElseGet(passwords::madeUp);
    users.add(FIRST_USER, Role.ADMIN, passwords.hash(password), now);
    return given.isPresent() ? Optional.empty() : Optional.of(password);
  }

  /** The password that this start made up for the user admin, to be printed once. */
  public Optional<String> madeUpPassword() {
    return madeUpPassword;
  }

  JdbcUsers users() {
    return users;
  }

  Logins logins() {
    return logins;
  }

  Passwords passwords() {
    return passwords;
  }

  JdbcStaffActions actions() {
    return actions;
  }

  LoginThrottle throttle() {
    return throttle;
  }
}
