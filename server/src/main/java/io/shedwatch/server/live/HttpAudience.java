package io.shedwatch.server.live;

import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.http.HttpAccess;
import org.jspecify.annotations.Nullable;

/** Which audience a request belongs to. */
final class HttpAudience {
  private HttpAudience() {}

  /**
   * Staff and all above see everything; who has no login sees what residents see.
   *
   * @param login null when nobody is logged in
   */
  static Audience of(@Nullable Authentication login) {
    return login != null && login.getRoles().contains(HttpAccess.STAFF)
        ? Audience.STAFF
        : Audience.ANYBODY;
  }
}
