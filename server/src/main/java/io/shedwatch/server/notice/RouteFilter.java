package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;

/**
 * Of what a route is told.
 *
 * @param least this severity or worse
 * @param rules words of rules or kinds; empty: all
 * @param grids ids of grids; empty: all, also what lies in none
 */
public record RouteFilter(Severity least, Set<String> rules, Set<String> grids, Hours hours) {
  public RouteFilter {
    rules = Set.copyOf(rules);
    grids = Set.copyOf(grids);
  }

  boolean passes(AlertFact alert) {
    return !least.worseThan(alert.severity())
        && (rules.isEmpty() || rules.contains(alert.rule()) || rules.contains(alert.kind()))
        && (grids.isEmpty() || alert.grids().stream().anyMatch(grids::contains));
  }

  /** When it may be told, at or after then; empty: not at all. */
  Optional<Instant> due(Instant then, ZoneId zone) {
    if (hours.holds(then, zone)) {
      return Optional.of(then);
    }
    return hours.waits() ? Optional.of(hours.next(then, zone)) : Optional.empty();
  }
}
