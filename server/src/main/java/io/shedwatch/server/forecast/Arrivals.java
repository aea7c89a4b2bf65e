package io.shedwatch.server.forecast;

import java.util.List;

/**
 * How many bikes an hour come to each shed while it has room, by hour of the week: what was seen
 * over the time in which somebody could have come, drawn towards the shed's usual share of the
 * site's rhythm. Immutable.
 */
public final class Arrivals {
  private static final int HOURS = 168;
  private static final int DAY_HOURS = 24;
  private static final long HOUR_MILLIS = 3_600_000;

  /** A shed's own hour of the week counts as much as the site's rhythm after so many hours. */
  private static final double PRIOR_HOURS = 4;

  private final double[][] perHour;
  private final long offsetMillis;

  private Arrivals(double[][] perHour, long offsetMillis) {
    this.perHour = perHour;
    this.offsetMillis = offsetMillis;
  }

  /**
   * The rates that these charges show.
   *
   * @param sockets of each shed
   * @param span the time that the charges cover
   * @param offsetMillis of the site's clock from UTC
   */
  public static Arrivals of(List<PastCharge> charges, int[] sockets, Span span, long offsetMillis) {
    int sheds = sockets.length;
    int hours = (int) Math.max(1, (span.until() - span.from()) / HOUR_MILLIS);
    double[][] seen = new double[sheds][HOURS];
    double[][] occupied = new double[sheds][hours];
    for (PastCharge charge : charges) {
      if (charge.startedAt() < span.from() || charge.startedAt() >= span.until()) {
        continue;
      }
      seen[charge.shed()][hourOfWeek(charge.startedAt(), offsetMillis)]++;
      long end = charge.endedAt() == 0 ? span.until() : Math.min(charge.endedAt(), span.until());
      int last = (int) Math.min(hours - 1L, (end - span.from()) / HOUR_MILLIS);
      for (int hour = (int) ((charge.startedAt() - span.from()) / HOUR_MILLIS);
          hour <= last;
          hour++) {
        long begins = span.from() + hour * HOUR_MILLIS;
        long overlap = Math.min(end, begins + HOUR_MILLIS) - Math.max(charge.startedAt(), begins);
        occupied[charge.shed()][hour] += Math.max(0, overlap) / (double) HOUR_MILLIS;
      }
    }
    double[][] open = openHours(occupied, sockets, span.from(), offsetMillis);
    return new Arrivals(rates(seen, open), offsetMillis);
  }

  /** Epoch milliseconds, the second one excluded. */
  public record Span(long from, long until) {}

  /** Hours of the week in which each shed had room, summed over the weeks. */
  private static double[][] openHours(
      double[][] occupied, int[] sockets, long from, long offsetMillis) {
    double[][] open = new double[occupied.length][HOURS];
    for (int shed = 0; shed < occupied.length; shed++) {
      for (int hour = 0; hour < occupied[shed].length; hour++) {
        double room = sockets[shed] - occupied[shed][hour];
        // With half a socket free on average there was room for about half of the hour.
        open[shed][hourOfWeek(from + hour * HOUR_MILLIS, offsetMillis)] +=
            Math.max(0.02, Math.min(1, room));
      }
    }
    return open;
  }

  private static double[][] rates(double[][] seen, double[][] open) {
    int sheds = seen.length;
    double[] rhythm = new double[DAY_HOURS * 2];
    for (int kind = 0; kind < rhythm.length; kind++) {
      double starts = 0;
      double hours = 0;
      for (int shed = 0; shed < sheds; shed++) {
        for (int hour = 0; hour < HOURS; hour++) {
          if (dayHour(hour) == kind) {
            starts += seen[shed][hour];
            hours += open[shed][hour];
          }
        }
      }
      rhythm[kind] = (starts + 0.02) / (hours + 1);
    }
    double[][] rates = new double[sheds][HOURS];
    for (int shed = 0; shed < sheds; shed++) {
      double starts = 1;
      double usual = 1;
      for (int hour = 0; hour < HOURS; hour++) {
        starts += seen[shed][hour];
        usual += rhythm[dayHour(hour)] * open[shed][hour];
      }
      for (int hour = 0; hour < HOURS; hour++) {
        double prior = rhythm[dayHour(hour)] * starts / usual;
        rates[shed][hour] =
            (seen[shed][hour] + prior * PRIOR_HOURS) / (open[shed][hour] + PRIOR_HOURS);
      }
    }
    return rates;
  }

  /** Hour of the day, workdays and weekends apart. */
  private static int dayHour(int hourOfWeek) {
    boolean weekend = hourOfWeek / DAY_HOURS >= 5;
    return hourOfWeek % DAY_HOURS + (weekend ? DAY_HOURS : 0);
  }

  /** Monday 0:00 is 0. */
  private static int hourOfWeek(long at, long offsetMillis) {
    long hours = Math.floorDiv(at + offsetMillis, HOUR_MILLIS);
    return (int) Math.floorMod(hours + 72, (long) HOURS); // The epoch was a Thursday.
  }

  /** Bikes an hour that come to a shed at {@code at} while it has room. */
  double perHour(int shed, long at) {
    return perHour[shed][hourOfWeek(at, offsetMillis)];
  }
}
