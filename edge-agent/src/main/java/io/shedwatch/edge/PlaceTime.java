package io.shedwatch.edge;

import io.shedwatch.contract.ScaledTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The time at the place, for messages: the loop's time, which never jumps, and how far the
 * machine's clock has gone away from it since. A clock that was set forward (a box without a
 * battery learns the time from the network) is followed at once; one that creeps is followed
 * slowly, so that the time never falls; one that was set back over two seconds is followed by a new
 * boot. Thread-safe.
 */
public final class PlaceTime implements InstantSource {
  /** The machine's clock and ours differ by less than this, or one of them was set. */
  static final long TOLERANCE_MILLIS = 2_000;

  /** How fast a creeping clock is followed: a part of the time that has passed. */
  private static final double SLEW = 0.001;

  /** What following the clock came to. */
  public enum Followed {
    STEADY,
    SET_FORWARD,
    /** A new boot must begin: its times may be earlier than those of the present one. */
    SET_BACK
  }

  private final ScaledTime scale;
  private final AnchoredTime loop;
  private final LongSupplier machineMillis;
  private double offsetMillis;
  private long followedMillis;

  /**
   * @param loop anchored on the machine's clock a moment ago
   * @param machineMillis the machine's clock, real epoch milliseconds
   */
  public PlaceTime(ScaledTime scale, AnchoredTime loop, LongSupplier machineMillis) {
    this.scale = scale;
    this.loop = loop;
    this.machineMillis = machineMillis;
    this.followedMillis = loop.realMillis();
  }

  /** Compares with the machine's clock; called about once a second. */
  public synchronized Followed follow() {
    long real = loop.realMillis();
    double away = machineMillis.getAsLong() - (real + offsetMillis);
    long passed = real - followedMillis;
    followedMillis = real;
    if (Math.abs(away) <= TOLERANCE_MILLIS) {
      double most = passed * SLEW;
      offsetMillis += Math.max(-most, Math.min(most, away));
      return Followed.STEADY;
    }
    offsetMillis += away;
    return away > 0 ? Followed.SET_FORWARD : Followed.SET_BACK;
  }

  @Override
  public long millis() {
    return toPlace(loop.millis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }

  /** From the loop's time to the place's, both scaled epoch milliseconds. */
  public long toPlace(long loopMillis) {
    return loopMillis + difference();
  }

  /** From the place's time to the loop's, both scaled epoch milliseconds. */
  public long toLoop(long placeMillis) {
    return placeMillis - difference();
  }

  private synchronized long difference() {
    return Math.round(offsetMillis * scale.factor());
  }
}
