package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.List;

/**
 * Protection of one socket, from sample to sample.
 *
 * @param at time of the last sample, epoch milliseconds
 * @param hotRun samples running at or above the alarm temperature
 * @param cutRun samples running at or above the cut temperature
 * @param loadRun samples running with a load behind an open relay
 */
public record SocketGuard(
    long at,
    InverseTime current,
    InverseTime power,
    int hotRun,
    int cutRun,
    int loadRun,
    Held fuse,
    Held fault) {
  public static final SocketGuard CALM =
      new SocketGuard(
          Sample.NEVER, InverseTime.RESTED, InverseTime.RESTED, 0, 0, 0, Held.OFF, Held.OFF);

  /** Temperature sensors glitch; two vendors switched their cut-offs off for false trips. */
  private static final int HOT_SAMPLES = 3;

  /** A socket that burns is hotter than its neighbour; a shed in the sun is not. */
  private static final double NEIGHBOUR_DIFFERS_CELSIUS = 10;

  /** Above the noise and the standby of any meter seen. */
  private static final double LOAD_WATTS = 5;

  private static final double LOAD_AMPERES = 0.1;
  private static final int LOAD_SAMPLES = 3;

  /** A meter's window still holds some of the time before the relay opened. */
  private static final long SETTLE_MILLIS = 2_000;

  /** A relay that says "closed" that long after the order does not open. */
  private static final long OBEY_MILLIS = 5_000;

  private static final double DEAD_VOLTS = 40;
  private static final double LIVE_VOLTS = 160;
  private static final long FUSE_ON_MILLIS = 10_000;
  private static final long FUSE_OFF_MILLIS = 60_000;

  /** Vendors' boards flicker their fault bits; 3 min. */
  private static final long FAULT_MILLIS = 180_000;

  /** The next state, and what was found. */
  public record Step(SocketGuard next, List<Verdict> verdicts) {}

  /** One fresh sample later. A quantity that is {@code NaN} is not judged. */
  public Step next(Sample sample, SocketScene scene, ProtectionLimits limits) {
    double seconds = at == Sample.NEVER ? 0 : (sample.at() - at) / 1_000.0;
    double tms = limits.timeMultiplier();
    SocketGuard next =
        new SocketGuard(
            sample.at(),
            current.next(sample.amperes() / limits.maxAmperes(), seconds, tms),
            power.next(sample.watts() / limits.maxWatts(), seconds, tms),
            sample.celsius() >= limits.alarmCelsius() ? hotRun + 1 : 0,
            sample.celsius() >= limits.maxCelsius() ? cutRun + 1 : 0,
            loadBehindOpenRelay(sample, scene) ? loadRun + 1 : 0,
            nextFuse(sample, scene),
            nextFault(sample, scene));
    return next.judged(this, sample, scene, limits);
  }

  /** Whether a warning about the board's temperature is due. */
  public static boolean warm(Sample sample, ProtectionLimits limits) {
    return sample.celsius() >= limits.warnCelsius();
  }

  private Step judged(
      SocketGuard before, Sample sample, SocketScene scene, ProtectionLimits limits) {
    List<Verdict> found = new ArrayList<>(0);
    SocketGuard next = this;
    if (current.trips()) {
      cutOnce(found, scene, AlarmKind.OVERCURRENT, sample.amperes(), limits.maxAmperes());
      next = next.withCurrent(InverseTime.RESTED);
    }
    if (power.trips()) {
      cutOnce(found, scene, AlarmKind.OVERPOWER, sample.watts(), limits.maxWatts());
      next = next.withPower(InverseTime.RESTED);
    }
    contacts(found, sample, scene);
    temperature(found, sample, scene, limits);
    if (loadRun >= LOAD_SAMPLES && !scene.open().contains(AlarmKind.RELAY_WELDED)) {
      found.add(Verdict.tell(AlarmKind.RELAY_WELDED, sample.watts(), LOAD_WATTS));
    }
    changed(found, before.fuse, fuse, AlarmKind.FUSE_BLOWN, sample.volts(), DEAD_VOLTS);
    changed(found, before.fault, fault, AlarmKind.OTHER, Double.NaN, Double.NaN);
    return new Step(next, found.isEmpty() ? List.of() : found);
  }

  private void contacts(List<Verdict> found, Sample sample, SocketScene scene) {
    if (sample.contacts().smoke() == Contact.ON) {
      cutOnce(found, scene, AlarmKind.SMOKE, Double.NaN, Double.NaN);
    }
    if (sample.contacts().residualCurrent() == Contact.ON) {
      cutOnce(found, scene, AlarmKind.RESIDUAL_CURRENT, Double.NaN, Double.NaN);
    }
  }

  private void temperature(
      List<Verdict> found, Sample sample, SocketScene scene, ProtectionLimits limits) {
    boolean alone =
        Double.isNaN(scene.coolestNeighbour())
            || scene.coolestNeighbour() <= sample.celsius() - NEIGHBOUR_DIFFERS_CELSIUS;
    if (!alone) {
      return;
    }
    if (cutRun >= HOT_SAMPLES) {
      cutOnce(found, scene, AlarmKind.OVERTEMPERATURE, sample.celsius(), limits.maxCelsius());
    } else if (hotRun >= HOT_SAMPLES && !scene.open().contains(AlarmKind.OVERTEMPERATURE)) {
      found.add(Verdict.tell(AlarmKind.OVERTEMPERATURE, sample.celsius(), limits.alarmCelsius()));
    }
  }

  /** What makes a person's reset pointless: the cause of the alarm is still there. */
  public static boolean persists(
      AlarmKind kind, SocketGuard guard, Sample sample, ProtectionLimits limits) {
    return switch (kind) {
      case SMOKE -> sample.contacts().smoke() == Contact.ON;
      case RESIDUAL_CURRENT -> sample.contacts().residualCurrent() == Contact.ON;
      case OVERTEMPERATURE -> sample.celsius() >= limits.alarmCelsius();
      case RELAY_WELDED -> guard.loadRun > 0;
      default -> false;
    };
  }

  private static boolean loadBehindOpenRelay(Sample sample, SocketScene scene) {
    if (scene.openSince() == SocketScene.CLOSED) {
      return false;
    }
    long open = sample.at() - scene.openSince();
    boolean load = sample.watts() >= LOAD_WATTS || sample.amperes() >= LOAD_AMPERES;
    return (load && open >= SETTLE_MILLIS)
        || (scene.relay() == RelayPosition.CLOSED && open >= OBEY_MILLIS);
  }

  private Held nextFuse(Sample sample, SocketScene scene) {
    if (Double.isNaN(sample.volts()) || Double.isNaN(scene.neighbourVolts())) {
      return fuse;
    }
    boolean dead =
        scene.relay() == RelayPosition.CLOSED
            && sample.volts() < DEAD_VOLTS
            && scene.neighbourVolts() >= LIVE_VOLTS;
    return fuse.next(dead, sample.at(), FUSE_ON_MILLIS, FUSE_OFF_MILLIS);
  }

  private Held nextFault(Sample sample, SocketScene scene) {
    boolean faulty = sample.contacts().fault() == Contact.ON || scene.stuckOpen();
    return fault.next(faulty, sample.at(), FAULT_MILLIS, FAULT_MILLIS);
  }

  private static void cutOnce(
      List<Verdict> found, SocketScene scene, AlarmKind kind, double measured, double limit) {
    if (!scene.cut().contains(kind)) {
      found.add(Verdict.cut(kind, measured, limit));
    }
  }

  private static void changed(
      List<Verdict> found, Held before, Held after, AlarmKind kind, double measured, double limit) {
    if (before.on() != after.on()) {
      found.add(
          after.on() ? Verdict.tell(kind, measured, limit) : Verdict.over(kind, measured, limit));
    }
  }

  private SocketGuard withCurrent(InverseTime newCurrent) {
    return new SocketGuard(at, newCurrent, power, hotRun, cutRun, loadRun, fuse, fault);
  }

  private SocketGuard withPower(InverseTime newPower) {
    return new SocketGuard(at, current, newPower, hotRun, cutRun, loadRun, fuse, fault);
  }

  /**
   * As after a restart with these alarms open: what they say holds until it is seen otherwise.
   *
   * @param fuseBlown whether a fuse-blown alarm is open
   * @param faulty whether a fault alarm that opened nothing is open
   */
  public static SocketGuard restored(boolean fuseBlown, boolean faulty) {
    return new SocketGuard(
        Sample.NEVER,
        InverseTime.RESTED,
        InverseTime.RESTED,
        0,
        0,
        0,
        Held.of(fuseBlown),
        Held.of(faulty));
  }
}
