package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import java.util.List;

/**
 * Whether a relay's device answers: behind a silent one nothing can be opened, and nobody knows
 * where it stands. An alarm of kind {@code other}, since the contract has no word for it.
 */
public record RelayWatch(Held silent) {
  public static final RelayWatch CALM = new RelayWatch(Held.OFF);

  /** Beyond an ordinary hiccup of a bus, as for meters. */
  private static final long WANTED_OPEN_MILLIS = 10_000;

  /** Nothing has to open yet: a board that starts again is back by then. */
  private static final long IDLE_MILLIS = 60_000;

  private static final long OVER_MILLIS = 10_000;

  /** The next state, and what was found. */
  public record Step(RelayWatch next, List<Verdict> verdicts) {}

  /**
   * One tick later.
   *
   * @param untold whether the relay's device says nothing now
   * @param wantedOpen whether the relay has to be open
   * @param open whether an alarm {@code other} of this socket that opened nothing is open
   */
  public Step next(boolean untold, boolean wantedOpen, boolean open, long now) {
    long patience = wantedOpen ? WANTED_OPEN_MILLIS : IDLE_MILLIS;
    Held next = silent.next(untold, now, patience, OVER_MILLIS);
    double seconds = patience / 1_000.0;
    if (next.on() && !open) {
      return step(next, Verdict.tell(AlarmKind.OTHER, Double.NaN, seconds));
    }
    if (silent.on() && !next.on() && open) {
      return step(next, Verdict.over(AlarmKind.OTHER, Double.NaN, seconds));
    }
    return new Step(next.equals(silent) ? this : new RelayWatch(next), List.of());
  }

  private static Step step(Held next, Verdict verdict) {
    return new Step(new RelayWatch(next), List.of(verdict));
  }
}
