package io.shedwatch.server.forecast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How long a charge still needs until it is full. Pure.
 *
 * <p>On the plateau each past charge that may have been with this charger gives one way to go on:
 * as long as that one took, and, where the power rises clearly, until the power reaches that one's
 * peak, weighed against each other by their errors. In the taper the power falls exponentially
 * towards the power of full; the time constant is fitted and drawn towards that of measured
 * chargers. Where nothing is measured the lengths of past charges decide alone.
 */
public final class FinishRule {
  /** Measured tapers: time constants of 32 to 65 min (docs/forecast.md). */
  private static final double USUAL_TAU_MINUTES = 48;

  private static final double TAU_DEVIATION_MINUTES = 7;

  /** A measured taper begins almost straight: what looks slower than this only began. */
  private static final double LONGEST_TAU_MINUTES = 62;

  /** Measured tapers get steeper towards their end, so an exponential lasts a little too long. */
  private static final double TAPER_BENT = 0.93;

  /** Power below this share of the plateau is taper: a plateau itself rises by at most 8 %. */
  private static final double KNEE_SHARE = 0.93;

  /** The last of a plateau, while a past charge is looked at. */
  private static final double KNEE_EDGE = 0.99;

  private static final int LEAST_SAMPLES = 4;

  /** Chargers wake up. */
  private static final double WAKE_MINUTES = 3;

  private static final int LEAST_RISE_SAMPLES = 20;

  /** With few samples the power at the start is known to this share. */
  private static final double EARLY_ERROR = 0.01;

  /** The meter's noise is assumed to be this share of the value at least. */
  private static final double LEAST_NOISE = 0.002;

  /** The taper is judged by this much of its newest past. */
  private static final double TAPER_MINUTES = 40;

  /** A fitted taper is off by this share of what remains, and by a minute: models are not bikes. */
  private static final double TAPER_MODEL_SHARE = 0.08;

  private static final double TAPER_MODEL_MINUTES = 1;

  /** Two charges of one bike differ in length by about this share. */
  private static final double LENGTH_SHARE = 0.18;

  /** Without a rise the lengths of past charges are smoothed by this share alone. */
  private static final double LENGTH_SMOOTHING = 0.08;

  /** A rise is believed when it is this many standard errors from level. */
  private static final double CLEAR_RISE = 2;

  /** Where two plateaus of one bike end differs by this share of the power. */
  private static final double END_ERROR = 0.001;

  private static final double RISE_MODEL_SHARE = 0.05;

  private FinishRule() {}

  /**
   * The time that a charge still needs at {@code now}.
   *
   * @param fullWatts below this a charge is full, W
   */
  static Remaining remaining(Charge charge, Past past, int shed, double fullWatts, long now) {
    double elapsed = charge.elapsedMinutes(now);
    if (charge.size() < LEAST_SAMPLES) {
      return byLength(past.like(Optional.empty(), shed), elapsed, 0, new NoRise());
    }
    double plateau = plateauWatts(charge);
    int knee = kneeOf(charge, plateau);
    if (knee < charge.size()) {
      return taper(charge, Math.max(0, knee - 1), fullWatts, elapsed);
    }
    double taper = USUAL_TAU_MINUTES * Math.log(Math.max(1.05, plateau / fullWatts));
    Optional<Line> line = plateauLine(charge, knee);
    Past.Seen seen =
        line.map(
                one ->
                    new Past.Seen(one.at(elapsed), one.at(WAKE_MINUTES), one.errorAt(WAKE_MINUTES)))
            .orElse(new Past.Seen(plateau, plateau, EARLY_ERROR * plateau));
    Rise rise =
        line.filter(one -> one.samples() >= LEAST_RISE_SAMPLES)
            .filter(one -> one.slope() > CLEAR_RISE * one.slopeError())
            .<Rise>map(one -> new Climb(one, one.at(elapsed)))
            .orElse(new NoRise());
    return byLength(past.like(Optional.of(seen), shed), elapsed, taper, rise);
  }

  /** The plateau of a charge that is full, as far as it was watched from its beginning. */
  public static Optional<Plateau> plateauOf(Charge charge) {
    if (charge.size() < LEAST_SAMPLES || charge.minute(0) > WAKE_MINUTES) {
      return Optional.empty();
    }
    int knee = charge.size();
    double edge = KNEE_EDGE * plateauWatts(charge);
    while (knee > 0 && charge.watts(knee - 1) < edge) {
      knee--;
    }
    int end = knee;
    return plateauLine(charge, end)
        .filter(line -> line.samples() >= LEAST_RISE_SAMPLES)
        .map(line -> new Plateau(line.at(WAKE_MINUTES), line.at(charge.minute(end - 1))));
  }

  /** The plateau as a line, once there are three samples of it after the charger woke up. */
  private static Optional<Line> plateauLine(Charge charge, int knee) {
    int from = 0;
    while (from < knee && charge.minute(from) < WAKE_MINUTES) {
      from++;
    }
    if (knee - from < 3) {
      return Optional.empty();
    }
    double noise = LEAST_NOISE * charge.watts(knee - 1);
    return Optional.of(Line.through(charge, from, knee, charge::watts, noise));
  }

  /** When it is expected to be full. */
  public static Expected expected(Charge charge, Past past, int shed, double fullWatts, long now) {
    return remaining(charge, past, shed, fullWatts, now).expected(now);
  }

  /** The highest power that held for three samples, W. */
  static double plateauWatts(Charge charge) {
    double highest = 0;
    for (int i = 2; i < charge.size(); i++) {
      highest = Math.max(highest, middle(charge, i));
    }
    return highest;
  }

  private static double middle(Charge charge, int last) {
    double a = charge.watts(last - 2);
    double b = charge.watts(last - 1);
    double c = charge.watts(last);
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }

  /** The first sample of the taper; as many as there are: it is not reached. */
  private static int kneeOf(Charge charge, double plateau) {
    int knee = charge.size();
    while (knee > 0 && charge.watts(knee - 1) < KNEE_SHARE * plateau) {
      knee--;
    }
    return charge.size() - knee >= 2 ? knee : charge.size();
  }

  private static Remaining taper(Charge charge, int knee, double fullWatts, double elapsed) {
    int last = charge.size();
    int from = knee;
    while (charge.minute(last - 1) - charge.minute(from) > TAPER_MINUTES) {
      from++;
    }
    from = Math.max(0, Math.min(from, last - LEAST_SAMPLES));
    Line line =
        Line.through(charge, from, last, i -> Math.log(Math.max(1, charge.watts(i))), 0.005);
    double usual = 1 / USUAL_TAU_MINUTES;
    double spread = TAU_DEVIATION_MINUTES / USUAL_TAU_MINUTES / USUAL_TAU_MINUTES;
    double believed = 1 / (line.slopeError() * line.slopeError());
    double rate =
        Math.max(
            1 / LONGEST_TAU_MINUTES,
            (-line.slope() * believed + usual / spread / spread)
                / (believed + 1 / spread / spread));
    double rateError = 1 / Math.sqrt(believed + 1 / spread / spread);
    double decades = Math.max(0, line.at(elapsed) - Math.log(fullWatts));
    double minutes = TAPER_BENT * decades / rate;
    double deviation =
        Math.hypot(minutes * rateError / rate, TAPER_MODEL_MINUTES + TAPER_MODEL_SHARE * minutes);
    return new Remaining(new Blend(List.of(new Blend.Part(1, minutes, deviation)), 0).quantiles());
  }

  /** What the power's rise says: nothing, or a line that climbs towards a peak. */
  private sealed interface Rise permits NoRise, Climb {}

  private record NoRise() implements Rise {}

  private record Climb(Line line, double wattsNow) implements Rise {}

  private static Remaining byLength(
      List<Past.Candidate> candidates, double elapsed, double taper, Rise rise) {
    List<Blend.Part> parts = new ArrayList<>(candidates.size());
    for (Past.Candidate candidate : candidates) {
      double mean = candidate.minutes() - elapsed;
      double deviation = 5 + LENGTH_SHARE * candidate.minutes();
      parts.add(
          rise instanceof Climb climb
              ? joined(candidate, climb, taper, mean, deviation)
              : new Blend.Part(
                  candidate.weight(), mean, 3 + LENGTH_SMOOTHING * candidate.minutes()));
    }
    return new Remaining(new Blend(parts, Math.min(10, taper * 0.6)).quantiles());
  }

  /** Both sayings in one: the product of two normal distributions, weighted by how they agree. */
  private static Blend.Part joined(
      Past.Candidate candidate, Climb climb, double taper, double mean, double deviation) {
    double peak = candidate.endWatts();
    double slope = climb.line().slope();
    double plateau = Math.max(0, (peak - climb.wattsNow()) / slope);
    double error =
        Math.hypot(
            END_ERROR * peak / slope,
            plateau * Math.hypot(climb.line().slopeError() / slope, RISE_MODEL_SHARE));
    double risen = plateau + taper;
    double risenDeviation = Math.hypot(error, taper * TAU_DEVIATION_MINUTES / USUAL_TAU_MINUTES);
    double both = risenDeviation * risenDeviation + deviation * deviation;
    double apart = risen - mean;
    double agreement = Math.exp(-apart * apart / both / 2) / Math.sqrt(both);
    double share = deviation * deviation / both;
    return new Blend.Part(
        candidate.weight() * agreement + 1e-12,
        mean + share * apart,
        Math.sqrt(deviation * deviation * risenDeviation * risenDeviation / both));
  }
}
