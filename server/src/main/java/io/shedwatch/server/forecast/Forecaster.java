package io.shedwatch.server.forecast;

import io.shedwatch.contract.Limits;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Forecasts of all sheds from what is seen of them, their curves and the past. Pure. */
final class Forecaster {
  /** A charge at more than this is not a bike's; nothing is said about it. */
  private static final double MOST_WATTS = 1_000;

  /** With a smaller past nothing is said about hours to come. */
  private static final int LEAST_PAST = 20;

  private final Past past;
  private final Outlook outlook;

  Forecaster(Past past, Arrivals arrivals, UsualFull usual, long offsetMillis) {
    this.past = past;
    this.outlook = new Outlook(past, arrivals, usual, offsetMillis);
  }

  Map<ShedId, ShedForecast> forecasts(List<ShedSeen> sheds, Curves curves, long now) {
    Map<ShedId, ShedForecast> forecasts = new HashMap<>();
    for (ShedSeen shed : sheds) {
      ShedForecast whole = outlook.forecast(shedNow(shed, curves, now), now, now ^ shed.place());
      forecasts.put(shed.shed(), past.size() < LEAST_PAST ? whole.withoutChances() : whole);
    }
    return forecasts;
  }

  private ShedNow shedNow(ShedSeen shed, Curves curves, long now) {
    int free = 0;
    ShedNow.Moment moment = new ShedNow.Moment(shed.place(), Limits.DEFAULTS.fullWatts(), now);
    List<Long> finished = new ArrayList<>();
    List<ShedNow.Charging> charging = new ArrayList<>();
    for (SocketSeen socket : shed.sockets()) {
      if (socket.usage() == Usage.FREE) {
        free++;
      } else if (socket.usage() == Usage.FINISHED) {
        finished.add(socket.since() == 0 ? now : socket.since());
      } else if (socket.usage() == Usage.CHARGING && !(socket.watts() > MOST_WATTS)) {
        Charge charge =
            curves
                .charge(shed.shed(), socket.socket())
                .orElseGet(() -> new Charge(socket.since() == 0 ? now : socket.since()));
        charging.add(ShedNow.charging(socket.socket(), charge, past, moment));
      }
    }
    return new ShedNow(shed.place(), free, finished, charging);
  }
}
