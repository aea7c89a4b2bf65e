package io.shedwatch.server.patrol.pressed;

import java.time.ZonedDateTime;
import java.util.List;

/** How many come in the next hour and find nothing. Pure. */
final class Coming {
  private static final double HOUR_MILLIS = 3_600_000;

  private Coming() {}

  /**
   * First attempts of the next sixty minutes times the share of them in which no shed in reach has
   * a free socket.
   *
   * @param demand first attempts by hour of the week, 168 numbers
   * @param reach the sheds in reach, all full or out now
   */
  static double turnedAway(List<Double> demand, List<ShedSight> reach, ZonedDateTime now) {
    int hour = (now.getDayOfWeek().getValue() - 1) * 24 + now.getHour();
    double gone = (now.getMinute() + now.getSecond() / 60.0) / 60;
    double next = demand.get((hour + 1) % demand.size());
    double attempts = (1 - gone) * demand.get(hour) + gone * next;
    return attempts * blockedShare(reach, now.toInstant().toEpochMilli());
  }

  /**
   * Until the first socket is expected somewhere (the forecast's median) it is 1; after that the
   * chance that all are full again at the next full hour, sheds taken as independent. Where nobody
   * forecasts, a full shed stays full: too high rather than too low.
   */
  static double blockedShare(List<ShedSight> reach, long now) {
    double share = 1;
    double chance = 1;
    for (ShedSight shed : reach) {
      if (shed.nextFreeAt().isPresent()) {
        double wait = (shed.nextFreeAt().getAsLong() - now) / HOUR_MILLIS;
        share = Math.min(share, Math.max(0, wait));
      }
      chance *= shed.fullChance().orElse(shed.nextFreeAt().isPresent() ? 0 : 1);
    }
    return share + (1 - share) * chance;
  }
}
