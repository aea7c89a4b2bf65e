package io.shedwatch.server.forecast;

import io.shedwatch.contract.ShedId;
import java.util.List;
import java.util.Map;

/** Where sheds are seen, and where forecasts are shown. */
public interface ForecastScreen {
  /** The sheds that are believed at {@code now}. */
  List<ShedSeen> believed(long now);

  /** Shows these forecasts instead of the ones before; sheds without one have none. */
  void show(Map<ShedId, ShedForecast> forecasts);
}
