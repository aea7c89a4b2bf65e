package io.shedwatch.server.pressure.map;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.pressure.Start;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables of estimates: kept for ever, a few kilobytes a day. */
final class JdbcPressure {
  /** More nights than that are not kept; their days stay. */
  private static final int FITS_KEPT = 400;

  private final DataSource database;
  private final SiteId site;

  JdbcPressure(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** Keeps a night: the days that it looked at are replaced, in one transaction. */
  void keep(Estimating.Night night, Walks walks) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          clear(connection, night.groups().stream().map(GroupDay::day).distinct().toList());
          groups(connection, night.groups());
          sheds(connection, night.sheds());
          fit(connection, night.fit());
          JdbcStart.keep(connection, site.value(), walks, night.start());
          return night;
        });
  }

  private void clear(Connection connection, List<LocalDate> days) throws SQLException {
    for (String table : List.of("pressure_day", "pressure_shed_day")) {
      try (PreparedStatement delete =
          connection.prepareStatement("delete from " + table + " where site = ? and on_day = ?")) {
        for (LocalDate day : days) {
          delete.setString(1, site.value());
          delete.setObject(2, day);
          delete.addBatch();
        }
        delete.executeBatch();
      }
    }
  }

  private void groups(Connection connection, List<GroupDay> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pressure_day (site, on_day, sheds, turned_away, demand, relative_variance)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (GroupDay row : rows) {
        insert.setString(1, site.value());
        insert.setObject(2, row.day());
        insert.setString(3, row.sheds());
        insert.setString(4, row.turnedAway().text());
        insert.setString(5, row.demand().map(Hours::text).orElse(null));
        insert.setDouble(6, row.relativeVariance());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void sheds(Connection connection, List<ShedDay> rows) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pressure_shed_day (site, on_day, shed, arrivals, full_minutes, dark_minutes)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      for (ShedDay row : rows) {
        insert.setString(1, site.value());
        insert.setObject(2, row.day());
        insert.setString(3, row.shed());
        insert.setInt(4, row.arrivals());
        insert.setString(5, row.fullMinutes().text());
        insert.setString(6, row.darkMinutes().text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void fit(Connection connection, Fit fit) throws SQLException {
    JdbcCall.update(
        connection,
        "delete from pressure_fit where site = ? and (fitted_at >= ? or fitted_at not in (select"
            + " fitted_at from pressure_fit where site = ? order by fitted_at desc fetch first "
            + FITS_KEPT
            + " rows only))",
        site.value(),
        fit.fittedAt(),
        site.value());
    JdbcCall.update(
        connection,
        "insert into pressure_fit (site, fitted_at, from_at, to_at, sessions, orders, guessed_ends,"
            + " dark_hours, relative_variance, inside_variance, took_millis)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        site.value(),
        fit.fittedAt(),
        fit.from(),
        fit.to(),
        fit.data().sessions(),
        fit.data().orders(),
        fit.data().guessedEnds(),
        fit.data().darkHours(),
        fit.trust().total(),
        fit.trust().inside(),
        fit.tookMillis());
  }

  /** What the next night may begin with. */
  Optional<Start> start(Walks walks) throws SQLException {
    return JdbcTransaction.run(
        database, connection -> JdbcStart.read(connection, site.value(), walks));
  }

  /** The newest night; empty before the first. */
  Optional<Fit> newest() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select fitted_at, from_at, to_at, sessions, orders, guessed_ends, dark_hours,"
                    + " relative_variance, inside_variance, took_millis from pressure_fit where site = ?"
                    + " order by fitted_at desc fetch first 1 rows only",
                row ->
                    new Fit(
                        JdbcCall.time(row, "fitted_at"),
                        JdbcCall.time(row, "from_at"),
                        JdbcCall.time(row, "to_at"),
                        new Fit.Made(
                            row.getInt("sessions"),
                            row.getInt("orders"),
                            row.getInt("guessed_ends"),
                            row.getDouble("dark_hours")),
                        new Fit.Trust(
                            row.getDouble("relative_variance"), row.getDouble("inside_variance")),
                        row.getInt("took_millis")),
                site.value()));
  }

  /**
   * What is kept of some days, the oldest first.
   *
   * @param to included
   */
  List<GroupDay> groups(LocalDate from, LocalDate to) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select on_day, sheds, turned_away, demand, relative_variance from pressure_day"
                    + " where site = ? and on_day >= ? and on_day <= ? order by on_day",
                row ->
                    new GroupDay(
                        row.getObject("on_day", LocalDate.class),
                        row.getString("sheds"),
                        Hours.parse(row.getString("turned_away")),
                        Optional.ofNullable(row.getString("demand")).map(Hours::parse),
                        row.getDouble("relative_variance")),
                site.value(),
                from,
                to));
  }

  /** The same for sheds. */
  List<ShedDay> sheds(LocalDate from, LocalDate to) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select on_day, shed, arrivals, full_minutes, dark_minutes from pressure_shed_day"
                    + " where site = ? and on_day >= ? and on_day <= ? order by on_day",
                row ->
                    new ShedDay(
                        row.getObject("on_day", LocalDate.class),
                        row.getString("shed"),
                        row.getInt("arrivals"),
                        Hours.parse(row.getString("full_minutes")),
                        Hours.parse(row.getString("dark_minutes"))),
                site.value(),
                from,
                to));
  }
}
