package io.shedwatch.server.export;

import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Optional;

/** Who found no free socket in a month, from whoever estimates it. */
public interface MonthPressure {
  /**
   * Reads a month.
   *
   * @return empty: no day of it is estimated
   */
  Optional<TurnedAway> of(YearMonth month) throws SQLException;
}
