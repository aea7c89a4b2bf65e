package io.shedwatch.server.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Who sees to an incident, and until when. Hard cases (重症难题) go to a named party outside and always
 * have a date; the rest stays with staff.
 *
 * @param party one of {@link #PARTIES}
 * @param to a user, or the name of whom outside
 * @param note what was agreed
 */
record Assignment(
    String incident,
    String party,
    String to,
    Optional<Instant> dueAt,
    Optional<String> note,
    String who,
    Instant now) {
  static final String STAFF = "staff";
  static final List<String> PARTIES =
      List.of(STAFF, "police", "fire-service", "lawyer", "street-office", "contractor", "other");

  boolean isOutside() {
    return !party.equals(STAFF);
  }
}
