package io.shedwatch.server.export;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How good the alerts themselves were, in the figures of ANSI/ISA-18.2 clause 16 (EEMUA 191 gives
 * the same ones): alerts a day and in the worst ten minutes, the share of time in a flood, standing
 * and chattering alerts, and how much the most frequent ones make of all. A pure fold over the
 * alerts of a time, by the time of their raising; one instance a report.
 */
final class AlarmFigures {
  private static final Duration WINDOW = Duration.ofMinutes(10);

  /** More than ten in ten minutes are a flood (ISA-18.2, table 7). */
  private static final int FLOOD = 10;

  /** Active for longer than this: standing, or stale. */
  static final Duration STANDING = Duration.ofHours(24);

  /**
   * So many of one subject within {@link #WINDOW} chatter. The standard's three a minute cannot
   * happen behind our delays; three in ten minutes is the same complaint.
   */
  static final int CHATTER = 3;

  private static final int TOP = 10;

  private final Instant from;
  private final Instant to;
  private final Map<Long, Integer> windows = new HashMap<>();
  private final Map<Subject, Integer> counts = new HashMap<>();
  private final Map<Subject, Deque<Instant>> recent = new HashMap<>();
  private final Map<Subject, Integer> chattering = new HashMap<>();
  private final Map<String, Integer> severities = new HashMap<>();
  private int all;
  private int standing;

  /**
   * @param to the end of the time, or now
   */
  AlarmFigures(Instant from, Instant to) {
    this.from = from;
    this.to = to;
  }

  /** What an alert is about. */
  record Subject(String kind, String shed, int socket) {}

  /** A subject and how often. */
  record Count(Subject subject, int count) {}

  /**
   * The figures.
   *
   * @param peak alerts in the worst ten minutes
   * @param floodShare of all time, 0 to 1
   * @param topShare what the ten most frequent make of all, 0 to 1
   */
  record Result(
      int alerts,
      double perDay,
      int peak,
      double floodShare,
      int standing,
      double topShare,
      List<Count> chattering,
      List<Count> top,
      Map<String, Integer> severities) {}

  /** Takes the next alert; those raised before the time count as standing only. */
  void next(Subject subject, String severity, Instant raisedAt, Optional<Instant> clearedAt) {
    Instant end = clearedAt.filter(at -> at.isBefore(to)).orElse(to);
    if (Duration.between(raisedAt, end).compareTo(STANDING) > 0) {
      standing++;
    }
    if (raisedAt.isBefore(from) || !raisedAt.isBefore(to)) {
      return;
    }
    all++;
    severities.merge(severity, 1, Integer::sum);
    counts.merge(subject, 1, Integer::sum);
    windows.merge(raisedAt.toEpochMilli() / WINDOW.toMillis(), 1, Integer::sum);
    Deque<Instant> times = recent.computeIfAbsent(subject, any -> new ArrayDeque<>());
    times.addLast(raisedAt);
    while (times.getFirst().plus(WINDOW).isBefore(raisedAt)) {
      times.removeFirst();
    }
    if (times.size() >= CHATTER) {
      chattering.merge(subject, 1, Integer::sum);
    }
  }

  Result end() {
    double days = Math.max(1, Duration.between(from, to).toMinutes()) / 1_440.0;
    double windowsInAll = Math.max(1, days * 1_440 / WINDOW.toMinutes());
    long floods = windows.values().stream().filter(count -> count > FLOOD).count();
    List<Count> top = ordered(counts);
    int topSum = top.stream().mapToInt(Count::count).sum();
    return new Result(
        all,
        all / days,
        windows.values().stream().mapToInt(Integer::intValue).max().orElse(0),
        Math.min(1, floods / windowsInAll),
        standing,
        all == 0 ? 0 : (double) topSum / all,
        ordered(chattering).stream()
            .map(one -> new Count(one.subject(), counts.getOrDefault(one.subject(), 0)))
            .toList(),
        top,
        Map.copyOf(severities));
  }

  private static List<Count> ordered(Map<Subject, Integer> counts) {
    List<Count> all = new ArrayList<>();
    counts.forEach((subject, count) -> all.add(new Count(subject, count)));
    all.sort(
        Comparator.comparingInt((Count one) -> -one.count())
            .thenComparing(one -> one.subject().toString()));
    return List.copyOf(all.subList(0, Math.min(TOP, all.size())));
  }
}
