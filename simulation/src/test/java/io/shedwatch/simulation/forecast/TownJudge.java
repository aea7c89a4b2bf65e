package io.shedwatch.simulation.forecast;

import io.shedwatch.server.forecast.Arrivals;
import io.shedwatch.server.forecast.Charge;
import io.shedwatch.server.forecast.Expected;
import io.shedwatch.server.forecast.FinishRule;
import io.shedwatch.server.forecast.Outlook;
import io.shedwatch.server.forecast.Past;
import io.shedwatch.server.forecast.PastCharge;
import io.shedwatch.server.forecast.ShedForecast;
import io.shedwatch.server.forecast.ShedNow;
import io.shedwatch.server.forecast.UsualFull;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Forecasts a town day by day from what was known in the morning, and compares. */
final class TownJudge {
  private static final double MINUTE = 60_000;

  final Map<String, FinishScore> finish = new TreeMap<>();
  final FinishScore nextFree = new FinishScore();
  final HoursScore hours = new HoursScore();

  void judge(TownDiary town, int firstDay, int days) {
    for (int day = firstDay; day < firstDay + days; day++) {
      long midnight = TownDiary.START + day * TownDiary.DAY;
      List<PastCharge> known = town.known(midnight);
      Past past = new Past(known, TownDiary.OFFSET);
      for (TownDiary.Charged charge : town.charges()) {
        boolean today = charge.startedAt >= midnight && charge.startedAt < midnight + TownDiary.DAY;
        if (today && charge.finishedAt - charge.startedAt > 20 * MINUTE) {
          finish(charge, past);
        }
      }
      Arrivals.Span span = new Arrivals.Span(TownDiary.START, midnight);
      Outlook outlook =
          new Outlook(
              past,
              Arrivals.of(known, town.sockets(), span, TownDiary.OFFSET),
              UsualFull.of(known, town.sockets(), span, TownDiary.OFFSET),
              TownDiary.OFFSET);
      for (int hour = 0; hour < 24; hour++) {
        hour(town, past, outlook, midnight + hour * TownDiary.HOUR + 20 * (long) MINUTE);
      }
    }
  }

  private void finish(TownDiary.Charged charge, Past past) {
    int minutes = (int) ((charge.finishedAt - charge.startedAt) / MINUTE);
    double sum = 0;
    for (int i = 0; i < minutes; i++) {
      sum += charge.watts.get(i);
    }
    int half = 0;
    for (double so = 0; so < sum / 2; half++) {
      so += charge.watts.get(half);
    }
    finish("1 after ten minutes", charge, past, 10);
    finish("2 half of the energy", charge, past, half);
    finish("3 half of the time", charge, past, minutes / 2);
    finish("4 three quarters of the time", charge, past, minutes * 3 / 4);
  }

  private void finish(String stage, TownDiary.Charged charge, Past past, int minute) {
    long now = charge.startedAt + minute * (long) MINUTE;
    Charge curve = charge.curve(now + 1);
    Expected told = FinishRule.expected(curve, past, charge.shed, TownDiary.FULL_WATTS, now);
    finish.computeIfAbsent(stage, name -> new FinishScore()).add(told, charge.finishedAt);
  }

  private void hour(TownDiary town, Past past, Outlook outlook, long now) {
    int[] sockets = town.sockets();
    List<List<Long>> finished = new ArrayList<>();
    List<List<ShedNow.Charging>> charging = new ArrayList<>();
    for (int shed = 0; shed < sockets.length; shed++) {
      finished.add(new ArrayList<>());
      charging.add(new ArrayList<>());
    }
    for (TownDiary.Charged charge : town.charges()) {
      if (charge.startedAt > now || (charge.endedAt > 0 && charge.endedAt <= now)) {
        continue;
      }
      if (charge.finishedAt > 0 && charge.finishedAt <= now) {
        finished.get(charge.shed).add(charge.finishedAt);
      } else {
        charging
            .get(charge.shed)
            .add(
                ShedNow.charging(
                    charge.socket,
                    charge.curve(now + 1),
                    past,
                    new ShedNow.Moment(charge.shed, TownDiary.FULL_WATTS, now)));
      }
    }
    for (int shed = 0; shed < sockets.length; shed++) {
      int free = town.free(shed, now);
      ShedForecast told =
          outlook.forecast(
              new ShedNow(shed, free, finished.get(shed), charging.get(shed)), now, now ^ shed);
      compare(town, shed, now, told);
    }
  }

  private void compare(TownDiary town, int shed, long now, ShedForecast told) {
    boolean full = town.free(shed, now) == 0;
    for (int hour = 0; hour < Outlook.HOURS; hour++) {
      long at = told.fullFrom() + hour * TownDiary.HOUR;
      double[] sayings = {
        told.fullChance().get(hour),
        fullShare(town, shed, at, 7 * TownDiary.DAY),
        fullShare(town, shed, at, TownDiary.DAY),
        full(town, shed, at - 7 * TownDiary.DAY),
        full ? 1 : 0
      };
      hours.add(hour, sayings, town.free(shed, at) == 0);
    }
    long next = full ? town.nextFree(shed, now) : 0;
    told.nextFree().filter(one -> next > 0).ifPresent(one -> nextFree.add(one, next));
  }

  /** How often the shed was full at that time within the last four weeks, every {@code step}. */
  private static double fullShare(TownDiary town, int shed, long at, long step) {
    double sum = 0;
    int count = 0;
    // The last one that lies behind the moment of the forecast: at most twelve hours before.
    for (long back = step; back <= 28 * TownDiary.DAY; back += step) {
      sum += full(town, shed, at - back);
      count++;
    }
    return sum / count;
  }

  private static double full(TownDiary town, int shed, long at) {
    return town.free(shed, at) == 0 ? 1 : 0;
  }
}
