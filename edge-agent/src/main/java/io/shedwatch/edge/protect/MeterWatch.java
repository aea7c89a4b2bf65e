package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether a meter can be believed: it answers, and its values move when its neighbours' do.
 *
 * @param last the newest sample seen
 * @param heardAt epoch milliseconds of it, or of the start
 * @param changedAt epoch milliseconds since when volts, amperes and watts are exactly the same
 * @param voltsMoves how often the volts changed so far
 * @param wattsMoves how often the watts changed so far
 * @param othersThen how often the judged quantity of the others had changed at {@code changedAt}
 */
public record MeterWatch(
    Sample last,
    long heardAt,
    long changedAt,
    long voltsMoves,
    long wattsMoves,
    long othersThen,
    Held lost,
    Held frozen) {
  /** A dead unit on a bus is asked less and less often; this is beyond an ordinary hiccup. */
  private static final long LOST_MILLIS = 10_000;

  /** Mains voltage moves by more than a meter's resolution within seconds. */
  private static final long FROZEN_VOLTS_MILLIS = 120_000;

  /** Without volts: a coarse meter may show an even load unchanged for minutes. */
  private static final long FROZEN_WATTS_MILLIS = 600_000;

  private static final double LIVE_VOLTS = 50;
  private static final double REAL_WATTS = 50;

  /** The neighbours must have moved that often meanwhile. */
  private static final int OTHERS_MOVES = 20;

  private static final long OVER_MILLIS = 60_000;

  /** The next state, and what was found. */
  public record Step(MeterWatch next, List<Verdict> verdicts) {}

  /**
   * As after a start.
   *
   * @param now epoch milliseconds of the start
   * @param lost whether a meter-lost alarm is open from before
   * @param frozen whether a meter-frozen alarm is open from before
   */
  public static MeterWatch start(long now, boolean lost, boolean frozen) {
    return new MeterWatch(Sample.NONE, now, now, 0, 0, 0, Held.of(lost), Held.of(frozen));
  }

  /** Whether the values of this meter must not be believed. */
  public boolean blind() {
    return lost.on() || frozen.on();
  }

  /**
   * One tick later.
   *
   * @param sample the newest one, which may be the same as before
   * @param othersVolts sum of {@link #voltsMoves} of the other sockets of the shed
   * @param othersWatts sum of {@link #wattsMoves} of the other sockets of the shed
   */
  public Step next(Sample sample, long now, long othersVolts, long othersWatts) {
    boolean byVolts = sample.volts() >= LIVE_VOLTS;
    long others = byVolts ? othersVolts : othersWatts;
    boolean fresh = sample.at() > last.at();
    boolean moved = fresh && moved(sample);
    long sameSince = moved || last.at() == Sample.NEVER ? now : changedAt;
    long then = moved || last.at() == Sample.NEVER ? others : othersThen;
    long heard = fresh ? Math.max(heardAt, sample.at()) : heardAt;

    boolean silent = now - heard >= LOST_MILLIS;
    Held nextLost = lost.next(silent, now, 0, OVER_MILLIS);
    long patience = byVolts ? FROZEN_VOLTS_MILLIS : FROZEN_WATTS_MILLIS;
    boolean stuck =
        (byVolts || sample.watts() >= REAL_WATTS)
            && !silent
            && now - sameSince >= patience
            && others - then >= OTHERS_MOVES;
    Held nextFrozen = silent ? frozen : frozen.next(stuck, now, 0, OVER_MILLIS);

    MeterWatch next =
        new MeterWatch(
            fresh ? sample : last,
            heard,
            sameSince,
            voltsMoves + (fresh && differ(sample.volts(), last.volts()) ? 1 : 0),
            wattsMoves + (fresh && differ(sample.watts(), last.watts()) ? 1 : 0),
            then,
            nextLost,
            nextFrozen);
    return new Step(next, verdicts(next, now));
  }

  private List<Verdict> verdicts(MeterWatch next, long now) {
    if (next.lost.on() == lost.on() && next.frozen.on() == frozen.on()) {
      return List.of();
    }
    List<Verdict> found = new ArrayList<>(2);
    if (next.lost.on() != lost.on()) {
      double silentSeconds = (now - next.heardAt) / 1_000.0;
      found.add(verdict(next.lost.on(), AlarmKind.METER_LOST, silentSeconds, LOST_MILLIS));
    }
    if (next.frozen.on() != frozen.on()) {
      double sameSeconds = (now - next.changedAt) / 1_000.0;
      found.add(
          verdict(next.frozen.on(), AlarmKind.METER_FROZEN, sameSeconds, FROZEN_VOLTS_MILLIS));
    }
    return found;
  }

  private static Verdict verdict(boolean on, AlarmKind kind, double seconds, long limitMillis) {
    double limit = limitMillis / 1_000.0;
    return on ? Verdict.tell(kind, seconds, limit) : Verdict.over(kind, seconds, limit);
  }

  private boolean moved(Sample sample) {
    return differ(sample.volts(), last.volts())
        || differ(sample.amperes(), last.amperes())
        || differ(sample.watts(), last.watts());
  }

  /** Unlike {@code !=}: a quantity that is not measured stays the same. */
  private static boolean differ(double one, double other) {
    return Double.compare(one, other) != 0;
  }
}
