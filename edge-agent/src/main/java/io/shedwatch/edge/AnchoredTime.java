package io.shedwatch.edge;

import io.shedwatch.contract.ScaledTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The agent's time: the machine's clock as it was at the start, plus monotonic time since, scaled
 * for demos and tests. It never falls and never jumps, whatever is done to the machine's clock.
 */
public final class AnchoredTime implements InstantSource {
  private static final long NANOS_PER_MILLI = 1_000_000;

  private final ScaledTime scale;
  private final long anchorMillis;
  private final LongSupplier nanoTime;
  private final long anchorNanos;

  /**
   * Time that starts now.
   *
   * @param anchorMillis real epoch milliseconds now
   * @param nanoTime monotonic nanoseconds
   */
  public AnchoredTime(ScaledTime scale, long anchorMillis, LongSupplier nanoTime) {
    this.scale = scale;
    this.anchorMillis = anchorMillis;
    this.nanoTime = nanoTime;
    this.anchorNanos = nanoTime.getAsLong();
  }

  /** How the real time of the anchor has gone on, epoch milliseconds, unscaled. */
  public long realMillis() {
    return anchorMillis + (nanoTime.getAsLong() - anchorNanos) / NANOS_PER_MILLI;
  }

  @Override
  public long millis() {
    return scale.at(realMillis());
  }

  @Override
  public Instant instant() {
    return Instant.ofEpochMilli(millis());
  }
}
