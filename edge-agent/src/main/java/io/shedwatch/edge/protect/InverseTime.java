package io.shedwatch.edge.protect;

/**
 * The two stages against too much current or power, fed with multiples of the limit.
 *
 * <p>Stage one accumulates the IEC very inverse curve (IEC 60255-151, curve B): the time to trip is
 * {@code t(M) = 13.5 TMS / (M - 1)}, and the part {@code dt / t(M)} of it is used up in each
 * sample, M capped at {@value #CAP}. At a constant M this trips when the closed form does, at the
 * next sample. Below the limit the sum decays with the reset curve that relays offer beside curve
 * B, {@code t = 43.2 TMS / (1 - M²)}. Stage two trips at {@value #CAP} times the limit in {@value
 * #DEFINITE_SAMPLES} samples running. Neither trips on one sample alone: that is inrush.
 *
 * @param used part of the time to trip that is used up, 0 to 1
 * @param above how many samples running were above the limit
 * @param far how many samples running were at {@value #CAP} times the limit or more
 */
public record InverseTime(double used, int above, int far) {
  public static final InverseTime RESTED = new InverseTime(0, 0, 0);

  static final double CAP = 3;
  static final int DEFINITE_SAMPLES = 2;

  private static final double OPERATE_SECONDS = 13.5;
  private static final double RESET_SECONDS = 43.2;

  /** Sums of parts are not exact. */
  private static final double ROUNDING = 1e-9;

  /** A gap between samples counts for at most this: nobody saw what was in it. */
  private static final double LONGEST_STEP_SECONDS = 5;

  /**
   * One sample later.
   *
   * @param multiple of the limit; {@code NaN} (not measured) changes nothing
   * @param seconds since the sample before; its whole step counts as having been like its end
   */
  public InverseTime next(double multiple, double seconds, double timeMultiplier) {
    if (Double.isNaN(multiple)) {
      return this;
    }
    double step = Math.min(Math.max(seconds, 0), LONGEST_STEP_SECONDS);
    if (multiple > 1) {
      double rate = (Math.min(multiple, CAP) - 1) / (OPERATE_SECONDS * timeMultiplier);
      return new InverseTime(used + step * rate, above + 1, multiple >= CAP ? far + 1 : 0);
    }
    if (used == 0) {
      return RESTED;
    }
    double rate = (1 - multiple * multiple) / (RESET_SECONDS * timeMultiplier);
    double left = used - step * rate;
    return left > 0 ? new InverseTime(left, 0, 0) : RESTED;
  }

  /** Whether either stage says to open. */
  public boolean trips() {
    return far >= DEFINITE_SAMPLES || (above >= DEFINITE_SAMPLES && used >= 1 - ROUNDING);
  }

  /**
   * The closed form of stage one, s; infinite at or below the limit.
   *
   * @param multiple of the limit, constant from the start
   */
  public static double secondsToTrip(double multiple, double timeMultiplier) {
    return multiple <= 1
        ? Double.POSITIVE_INFINITY
        : OPERATE_SECONDS * timeMultiplier / (Math.min(multiple, CAP) - 1);
  }
}
