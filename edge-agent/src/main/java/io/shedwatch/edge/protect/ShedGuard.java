package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Protection of a whole shed, from tick to tick.
 *
 * @param at time of the last tick, epoch milliseconds
 * @param hotRun ticks running at which every socket was at or above the alarm temperature
 */
public record ShedGuard(long at, InverseTime load, int hotRun, Held low, Held high, Held deaf) {
  private static final int HOT_TICKS = 3;
  private static final long VOLTS_ON_MILLIS = 10_000;
  private static final long VOLTS_OFF_MILLIS = 60_000;
  private static final double VOLTS_DEADBAND = 2;

  /** As for meters: beyond an ordinary hiccup of a bus. */
  private static final long DEAF_MILLIS = 10_000;

  private static final long DEAF_OVER_MILLIS = 60_000;

  /** The next state, and what was found. */
  public record Step(ShedGuard next, List<Verdict> verdicts) {}

  /** What one socket takes, and since when: {@code startedAt} in epoch milliseconds. */
  public record Load(int socket, double watts, long startedAt) {}

  /**
   * As after a start.
   *
   * @param low whether an undervoltage alarm is open from before
   * @param high whether an overvoltage alarm is open from before
   * @param deaf whether the alarm of a silent contact is open from before
   */
  public static ShedGuard start(boolean low, boolean high, boolean deaf) {
    return new ShedGuard(
        Sample.NEVER, InverseTime.RESTED, 0, Held.of(low), Held.of(high), Held.of(deaf));
  }

  public Step next(ShedScene scene, long now, ProtectionLimits limits) {
    double seconds = at == Sample.NEVER ? 0 : (now - at) / 1_000.0;
    InverseTime nextLoad =
        load.next(scene.watts() / limits.shedMaxWatts(), seconds, limits.timeMultiplier());
    boolean overload = nextLoad.trips();
    boolean hot = scene.coolest() >= limits.alarmCelsius();
    ShedGuard next =
        new ShedGuard(
            now,
            overload ? InverseTime.RESTED : nextLoad,
            hot ? hotRun + 1 : 0,
            nextLow(scene.volts(), now),
            nextHigh(scene.volts(), now),
            deaf.next(scene.deaf(), now, DEAF_MILLIS, DEAF_OVER_MILLIS));

    List<Verdict> found = new ArrayList<>(0);
    if (overload) {
      found.add(Verdict.cut(AlarmKind.SHED_OVERLOAD, scene.watts(), limits.shedMaxWatts()));
    }
    contact(found, scene, scene.contacts().smoke(), AlarmKind.SMOKE);
    contact(found, scene, scene.contacts().residualCurrent(), AlarmKind.RESIDUAL_CURRENT);
    if (next.hotRun >= HOT_TICKS && !scene.open().contains(AlarmKind.OVERTEMPERATURE)) {
      found.add(Verdict.tell(AlarmKind.OVERTEMPERATURE, scene.coolest(), limits.alarmCelsius()));
    }
    changed(found, low, next.low, AlarmKind.UNDERVOLTAGE, scene, ProtectionLimits.MIN_VOLTS);
    changed(found, high, next.high, AlarmKind.OVERVOLTAGE, scene, ProtectionLimits.MAX_VOLTS);
    if (deaf.on() != next.deaf.on()) {
      found.add(silent(next.deaf.on()));
    }
    return new Step(next, found.isEmpty() ? List.of() : found);
  }

  /** What tells of smoke or residual current is not heard any more, or again. */
  private static Verdict silent(boolean on) {
    double seconds = DEAF_MILLIS / 1_000.0;
    return on
        ? Verdict.tell(AlarmKind.METER_LOST, Double.NaN, seconds)
        : Verdict.over(AlarmKind.METER_LOST, Double.NaN, seconds);
  }

  /**
   * Which sockets to open against an overload: the newest first, until the rest stays below the
   * limit. Who came first keeps charging.
   *
   * @return their numbers, in the order of opening
   */
  public static List<Integer> toOpen(List<Load> loads, double limitWatts) {
    double sum = loads.stream().mapToDouble(Load::watts).sum();
    List<Integer> open = new ArrayList<>();
    List<Load> newestFirst =
        loads.stream().sorted(Comparator.comparingLong(Load::startedAt).reversed()).toList();
    for (Load load : newestFirst) {
      if (sum <= limitWatts) {
        break;
      }
      if (load.watts() > 0) {
        open.add(load.socket());
        sum -= load.watts();
      }
    }
    return open;
  }

  /** What makes a person's reset pointless: the cause of the alarm is still there. */
  public static boolean persists(AlarmKind kind, ShedScene scene, ProtectionLimits limits) {
    return switch (kind) {
      case SMOKE -> scene.contacts().smoke() == Contact.ON;
      case RESIDUAL_CURRENT -> scene.contacts().residualCurrent() == Contact.ON;
      case OVERTEMPERATURE -> scene.coolest() >= limits.alarmCelsius();
      default -> false;
    };
  }

  private Held nextLow(double volts, long now) {
    if (Double.isNaN(volts)) {
      return low;
    }
    double edge = ProtectionLimits.MIN_VOLTS + (low.on() ? VOLTS_DEADBAND : 0);
    return low.next(volts < edge, now, VOLTS_ON_MILLIS, VOLTS_OFF_MILLIS);
  }

  private Held nextHigh(double volts, long now) {
    if (Double.isNaN(volts)) {
      return high;
    }
    double edge = ProtectionLimits.MAX_VOLTS - (high.on() ? VOLTS_DEADBAND : 0);
    return high.next(volts > edge, now, VOLTS_ON_MILLIS, VOLTS_OFF_MILLIS);
  }

  private static void contact(
      List<Verdict> found, ShedScene scene, Contact contact, AlarmKind kind) {
    if (contact == Contact.ON && !scene.open().contains(kind)) {
      found.add(Verdict.cut(kind, Double.NaN, Double.NaN));
    }
  }

  private static void changed(
      List<Verdict> found, Held before, Held after, AlarmKind kind, ShedScene scene, double limit) {
    if (before.on() != after.on()) {
      found.add(
          after.on()
              ? Verdict.tell(kind, scene.volts(), limit)
              : Verdict.over(kind, scene.volts(), limit));
    }
  }
}
