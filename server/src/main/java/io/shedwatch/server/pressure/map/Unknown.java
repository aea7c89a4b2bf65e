package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Times before a shed was heard of, and between a vendor's last order and the first measured one.
 */
final class Unknown {
  private Unknown() {}

  /** A time in which a shed tells of its sessions. */
  record Span(Instant from, Instant until) {}

  /** What of {@code from} to {@code until} is in none of the spans. */
  static List<Darkness> of(int shed, List<Span> told, Instant from, Instant until) {
    List<Darkness> dark = new ArrayList<>();
    Instant at = from;
    for (Span span : told.stream().sorted(Comparator.comparing(Span::from)).toList()) {
      if (span.from().isAfter(at) && at.isBefore(until)) {
        Instant end = span.from().isBefore(until) ? span.from() : until;
        dark.add(new Darkness(shed, at.toEpochMilli(), end.toEpochMilli()));
      }
      at = span.until().isAfter(at) ? span.until() : at;
    }
    if (at.isBefore(until)) {
      dark.add(new Darkness(shed, at.toEpochMilli(), until.toEpochMilli()));
    }
    return dark;
  }
}
