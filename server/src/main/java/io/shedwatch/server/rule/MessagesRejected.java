package io.shedwatch.server.rule;

import java.util.List;

/**
 * A shed says what cannot be used, again and again: {@code count} messages, no two further apart
 * than {@code quietMillis}. Over when none came for as long.
 */
public record MessagesRejected(int count, long quietMillis) {
  static final List<Parameter> PARAMETERS =
      List.of(
          new Parameter("count", 5, 1, 1_000, "operator choice: one is an accident"),
          new Parameter("quietMinutes", 10, 1, 1_440, "operator choice"));

  static MessagesRejected of(RuleVersion version) {
    return new MessagesRejected(
        (int) Math.round(version.value("count")), version.minutes("quietMinutes"));
  }

  /**
   * A run of rejected messages; server's epoch milliseconds.
   *
   * @param lastAt 0: there is no run
   * @param raisedAt 0: it is no alert yet
   */
  public record Run(int count, long lastAt, long raisedAt) {
    public static final Run NONE = new Run(0, 0, 0);
  }

  /** One more. */
  public Run rejected(Run before, long now) {
    boolean same = before.lastAt() != 0 && now - before.lastAt() <= quietMillis;
    int seen = same || before.raisedAt() != 0 ? Math.min(before.count() + 1, 1_000_000) : 1;
    long raisedAt = before.raisedAt() == 0 && seen >= count ? now : before.raisedAt();
    return new Run(seen, now, raisedAt);
  }

  /** Whether the run is over. */
  public boolean isOver(Run run, long now) {
    return run.lastAt() != 0 && now - run.lastAt() > quietMillis;
  }
}
