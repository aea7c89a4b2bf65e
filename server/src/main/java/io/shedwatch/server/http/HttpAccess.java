package io.shedwatch.server.http;

import io.micronaut.security.rules.SecurityRule;

/**
 * Who may use a route: every route carries {@code @Secured} with one of these. Roles include the
 * ones below them: an officer may do what staff may, an admin everything.
 */
public final class HttpAccess {
  /** Residents and passers-by: no login. */
  public static final String EVERYBODY = SecurityRule.IS_ANONYMOUS;

  /** Property staff, and all above. */
  public static final String STAFF = "staff";

  /** Safety officers, and admins. */
  public static final String OFFICER = "officer";

  /** Those who manage users and the installation. */
  public static final String ADMIN = "admin";

  private HttpAccess() {}
}
