package io.shedwatch.simulation.forecast;

import io.shedwatch.server.forecast.Charge;
import io.shedwatch.server.forecast.FinishRule;
import io.shedwatch.server.forecast.PastCharge;
import io.shedwatch.simulation.town.Habits;
import io.shedwatch.simulation.town.Town;
import io.shedwatch.simulation.town.TownMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Some weeks of a town, minute by minute as its meters show them: every charge with its curve, and
 * which sheds were full when. Usage is decided here as an agent decides it.
 */
final class TownDiary {
  /** Monday, midnight in Shanghai. */
  static final long START = Instant.parse("2026-03-01T16:00:00Z").toEpochMilli();

  static final long OFFSET = 8 * 3_600_000L;
  static final long DAY = 86_400_000L;
  static final long HOUR = 3_600_000L;
  static final double FULL_WATTS = 15;
  private static final long MINUTE = 60_000;
  private static final double REMOVED_WATTS = 0.5;

  private final Town town;
  private final int[] sockets;
  private final List<Charged> charges = new ArrayList<>();
  private final List<Charged[]> here = new ArrayList<>();
  private final List<int[]> freeByMinute = new ArrayList<>();

  /** One charge with its curve: one value a minute from its start. */
  static final class Charged {
    final int shed;
    final int socket;
    final long startedAt;
    final List<Float> watts = new ArrayList<>();
    long finishedAt;
    long endedAt;
    double peakWatts;
    private int low;

    Charged(int shed, int socket, long startedAt) {
      this.shed = shed;
      this.socket = socket;
      this.startedAt = startedAt;
    }

    /** As it was known at a time. */
    PastCharge past(long at) {
      return new PastCharge(
          shed,
          startedAt,
          known(finishedAt, at),
          known(endedAt, at),
          peakWatts,
          known(finishedAt, at) > 0 ? FinishRule.plateauOf(curve(finishedAt)) : Optional.empty());
    }

    private static long known(long event, long at) {
      return event <= at ? event : 0;
    }

    /** Its curve as far as it was measured at a time. */
    Charge curve(long at) {
      Charge curve = new Charge(startedAt);
      for (int minute = 0; minute < watts.size(); minute++) {
        long now = startedAt + minute * MINUTE;
        if (now < at) {
          curve.sample(now, watts.get(minute));
        }
      }
      return curve;
    }
  }

  TownDiary(long seed, int days) {
    this.town = new Town(map(), Habits.DEFAULTS, seed, START);
    this.sockets = town.map().sheds().stream().mapToInt(TownMap.ShedSite::sockets).toArray();
    for (int count : sockets) {
      here.add(new Charged[count]);
    }
    for (long at = START; at < START + days * DAY; at += MINUTE) {
      town.advance(at);
      minute(at);
    }
  }

  private void minute(long at) {
    int[] free = new int[sockets.length];
    for (int shed = 0; shed < sockets.length; shed++) {
      for (int socket = 1; socket <= sockets[shed]; socket++) {
        look(at, shed, socket, town.socket(shed, socket).sample(at).watts());
        free[shed] += here.get(shed)[socket - 1] == null ? 1 : 0;
      }
    }
    freeByMinute.add(free);
  }

  private void look(long at, int shed, int socket, double watts) {
    Charged charge = here.get(shed)[socket - 1];
    if (charge == null) {
      if (watts < FULL_WATTS) {
        return;
      }
      charge = new Charged(shed, socket, at);
      charges.add(charge);
      here.get(shed)[socket - 1] = charge;
    }
    charge.peakWatts = Math.max(charge.peakWatts, watts);
    charge.low = watts < FULL_WATTS ? charge.low + 1 : 0;
    if (charge.finishedAt == 0) {
      charge.watts.add((float) watts);
    }
    if (charge.low == 2 && charge.finishedAt == 0) {
      charge.finishedAt = at - MINUTE;
    }
    if (watts < REMOVED_WATTS) {
      charge.endedAt = at;
      here.get(shed)[socket - 1] = null;
    }
  }

  List<Charged> charges() {
    return charges;
  }

  int[] sockets() {
    return sockets.clone();
  }

  int free(int shed, long at) {
    return freeByMinute.get((int) ((at - START) / MINUTE))[shed];
  }

  /** When a full shed has room again; 0: not within these weeks. */
  long nextFree(int shed, long at) {
    for (int minute = (int) ((at - START) / MINUTE); minute < freeByMinute.size(); minute++) {
      if (freeByMinute.get(minute)[shed] > 0) {
        return START + minute * MINUTE;
      }
    }
    return 0;
  }

  /** What a server would have known at {@code at}. */
  List<PastCharge> known(long at) {
    return charges.stream()
        .filter(charge -> charge.startedAt < at)
        .map(charge -> charge.past(at))
        .toList();
  }

  /** Five rows of eleven buildings and seventeen sheds between them. */
  private static TownMap map() {
    List<TownMap.House> houses =
        IntStream.range(0, 55)
            .mapToObj(
                i ->
                    new TownMap.House(
                        "b" + (i + 1), 16, (i % 11) * 45, 60.0 * Math.floorDiv(i, 11)))
            .toList();
    int[] counts = new int[17];
    Arrays.fill(counts, 0, 10, 11);
    Arrays.fill(counts, 10, 17, 10);
    List<TownMap.ShedSite> sheds =
        IntStream.range(0, 17)
            .mapToObj(
                i ->
                    new TownMap.ShedSite(
                        "s" + (i + 1),
                        counts[i],
                        20 + (i % 6) * 80,
                        30 + 80.0 * Math.floorDiv(i, 6)))
            .toList();
    return new TownMap(houses, sheds, 150, 3);
  }
}
