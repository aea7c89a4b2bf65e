package io.shedwatch.server.notice;

import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * An alert as it is now, as far as notices care.
 *
 * @param grids ids of the grids that it concerns
 * @param taken whether somebody acknowledged it or was given it
 * @param clearedAt empty while it is active
 * @param inhibited whether another alert, or a planned outage, explains it
 * @param measured {@code NaN}: not told
 * @param detail words of its own, as they were said last
 * @param flapping present where it came so often that this is the last of it that is told
 */
public record AlertFact(
    String alert,
    String rule,
    String kind,
    Severity severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    List<String> grids,
    Optional<String> incident,
    Instant raisedAt,
    Optional<Instant> clearedAt,
    boolean taken,
    Optional<Instant> shelvedUntil,
    boolean inhibited,
    double measured,
    double limit,
    boolean relayOpened,
    Optional<Site.Name> detail,
    Optional<Flapping> flapping) {
  /**
   * An alert that comes again and again.
   *
   * @param raises of its rule and subject until now, this one counted
   * @param since when the first of them was raised
   */
  public record Flapping(int raises, Instant since) {}

  public AlertFact {
    grids = List.copyOf(grids);
  }

  /** Whether it is practised only: it travels as a real one does, and says so. */
  boolean drill() {
    return rule.equals(AlertRaised.DRILL);
  }

  boolean active() {
    return clearedAt.isEmpty();
  }

  boolean shelved(Instant now) {
    return shelvedUntil.filter(until -> until.isAfter(now)).isPresent();
  }
}
