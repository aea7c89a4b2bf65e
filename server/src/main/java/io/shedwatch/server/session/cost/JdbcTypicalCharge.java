package io.shedwatch.server.session.cost;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** The median energy of the last four weeks, asked of the database once an hour at most. */
final class JdbcTypicalCharge {
  private static final Duration BACK = Duration.ofDays(28);
  private static final Duration KEPT = Duration.ofHours(1);

  /** Less is somebody who tried a socket. */
  private static final double LEAST_WATT_HOURS = 50;

  private static final String MEDIAN =
      "select count(*) as charges, coalesce(percentile_cont(0.5) within group"
          + " (order by watt_hours), 0) as median from charging_session where site = ?"
          + " and started_at >= ? and ended_at is not null and watt_hours >= ?";

  private record Kept(TypicalCharge charge, Instant at) {}

  private final DataSource database;
  private final SiteId site;
  private Optional<Kept> kept = Optional.empty();

  JdbcTypicalCharge(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  synchronized TypicalCharge at(Instant now) throws SQLException {
    Optional<Kept> fresh = kept.filter(one -> now.isBefore(one.at().plus(KEPT)));
    if (fresh.isPresent()) {
      return fresh.get().charge();
    }
    TypicalCharge read = read(now);
    kept = Optional.of(new Kept(read, now));
    return read;
  }

  private TypicalCharge read(Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                    connection,
                    MEDIAN,
                    row -> TypicalCharge.of(row.getLong("charges"), row.getDouble("median")),
                    site.value(),
                    now.minus(BACK),
                    LEAST_WATT_HOURS)
                .orElse(TypicalCharge.ASSUMED));
  }
}
