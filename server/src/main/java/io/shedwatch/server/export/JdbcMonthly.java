package io.shedwatch.server.export;

import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Counts a month; rows are read in passing, none is held. */
final class JdbcMonthly {
  private static final int FETCH = 500;

  private static final String INCIDENTS =
      "select i.kind, i.severity, i.shed, i.state, i.opened_at, i.resolved_at, i.due_at,"
          + " (select min(e.at) from incident_event e where e.incident = i.incident"
          + " and e.event = 'acknowledged') as acknowledged_at from incident i where i.site = ?"
          + " and i.opened_at >= ? and i.opened_at < ? and not exists (select 1 from drill d"
          + " where d.incident = i.incident)";

  private static final String ALERTS =
      "select kind, severity, shed, socket, raised_at, cleared_at from alert where site = ?"
          + " and raised_at < ? and (raised_at >= ? or cleared_at is null or cleared_at >= ?)"
          + " and rule <> 'drill' order by raised_at";

  private static final String ENERGY =
      "select count(*), coalesce(sum(watt_hours), 0) from charging_session where site = ?"
          + " and ended_at >= ? and ended_at < ?";

  private static final String REPORTED =
      "select count(*) from fly_line_report where site = ? and reported_at >= ?"
          + " and reported_at < ?";

  private static final String FOUND =
      "select count(s.wires), coalesce(sum(s.wires), 0), coalesce(sum(case when s.cleared then"
          + " s.wires else 0 end), 0) from patrol_stop s join patrol p on p.patrol = s.patrol"
          + " where p.site = ? and s.found_at >= ? and s.found_at < ?";

  private final DataSource database;
  private final Site site;
  private final MonthPressure pressure;

  JdbcMonthly(DataSource database, Site site, MonthPressure pressure) {
    this.database = database;
    this.site = site;
    this.pressure = pressure;
  }

  Monthly read(YearMonth month, Instant now) throws SQLException {
    Instant from = month.atDay(1).atStartOfDay(site.timezone()).toInstant();
    Instant end = month.plusMonths(1).atDay(1).atStartOfDay(site.timezone()).toInstant();
    Instant to = end.isAfter(now) ? now : end;
    Optional<TurnedAway> turnedAway = pressure.of(month);
    return JdbcTransaction.run(
        database,
        connection -> {
          Counts counts = incidents(connection, from, to, now);
          double[] energy =
              JdbcCall.first(
                      connection,
                      ENERGY,
                      row -> new double[] {row.getLong(1), row.getDouble(2)},
                      site.site().value(),
                      from,
                      to)
                  .orElseThrow();
          return new Monthly(
              month.toString(),
              from,
              to,
              counts.all,
              counts.kinds,
              counts.sheds,
              Map.copyOf(counts.severities),
              counts.stillOpen,
              counts.overdue,
              Monthly.Times.of(counts.acknowledge),
              Monthly.Times.of(counts.close),
              (long) energy[0],
              energy[1],
              alerts(connection, from, to),
              flyLines(connection, from, to),
              turnedAway);
        });
  }

  private Monthly.FlyLines flyLines(Connection connection, Instant from, Instant to)
      throws SQLException {
    String place = site.site().value();
    int reported =
        JdbcCall.first(connection, REPORTED, row -> row.getInt(1), place, from, to).orElse(0);
    return JdbcCall.first(
            connection,
            FOUND,
            row -> new Monthly.FlyLines(reported, row.getInt(1), row.getInt(2), row.getInt(3)),
            place,
            from,
            to)
        .orElseThrow();
  }

  private static final class Counts {
    private int all;
    private final TreeMap<String, Integer> kinds = new TreeMap<>();
    private final TreeMap<String, Integer> sheds = new TreeMap<>();
    private final Map<String, Integer> severities = new HashMap<>();
    private int stillOpen;
    private int overdue;
    private final List<Duration> acknowledge = new ArrayList<>();
    private final List<Duration> close = new ArrayList<>();

    private void take(ResultSet row, Instant now) throws SQLException {
      all++;
      kinds.merge(row.getString("kind"), 1, Integer::sum);
      sheds.merge(Optional.ofNullable(row.getString("shed")).orElse(""), 1, Integer::sum);
      severities.merge(row.getString("severity"), 1, Integer::sum);
      Instant opened = JdbcCall.time(row, "opened_at");
      Optional<Instant> resolved = JdbcCall.maybeTime(row, "resolved_at");
      if (row.getString("state").matches("open|acknowledged")) {
        stillOpen++;
        if (JdbcCall.maybeTime(row, "due_at").filter(due -> due.isBefore(now)).isPresent()) {
          overdue++;
        }
      }
      JdbcCall.maybeTime(row, "acknowledged_at")
          .ifPresent(at -> acknowledge.add(between(opened, at)));
      resolved.ifPresent(at -> close.add(between(opened, at)));
    }

    /** Clocks of sheds may be ahead: never less than nothing. */
    private static Duration between(Instant from, Instant to) {
      Duration took = Duration.between(from, to);
      return took.isNegative() ? Duration.ZERO : took;
    }
  }

  private Counts incidents(Connection connection, Instant from, Instant to, Instant now)
      throws SQLException {
    Counts counts = new Counts();
    try (PreparedStatement select = connection.prepareStatement(INCIDENTS)) {
      select.setFetchSize(FETCH);
      select.setString(1, site.site().value());
      select.setObject(2, from.atOffset(ZoneOffset.UTC));
      select.setObject(3, to.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          counts.take(row, now);
        }
      }
    }
    return counts;
  }

  private AlarmFigures.Result alerts(Connection connection, Instant from, Instant to)
      throws SQLException {
    AlarmFigures figures = new AlarmFigures(from, to);
    try (PreparedStatement select = connection.prepareStatement(ALERTS)) {
      select.setFetchSize(FETCH);
      select.setString(1, site.site().value());
      select.setObject(2, to.atOffset(ZoneOffset.UTC));
      select.setObject(3, from.atOffset(ZoneOffset.UTC));
      select.setObject(4, from.atOffset(ZoneOffset.UTC));
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          figures.next(
              new AlarmFigures.Subject(
                  row.getString("kind"),
                  Optional.ofNullable(row.getString("shed")).orElse(""),
                  row.getInt("socket")),
              row.getString("severity"),
              JdbcCall.time(row, "raised_at"),
              JdbcCall.maybeTime(row, "cleared_at"));
        }
      }
    }
    return figures.end();
  }
}
