package io.shedwatch.server.access;

import java.time.Instant;

/** One user as the table holds it, without the password. */
record User(
    String user, Role role, boolean disabled, Instant createdAt, Instant passwordChangedAt) {
  /** Lower case, so that two users never look alike. */
  static final String NAME = "[a-z0-9][a-z0-9._-]{0,31}";
}
