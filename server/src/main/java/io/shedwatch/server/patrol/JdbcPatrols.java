package io.shedwatch.server.patrol;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The tables of patrols. */
public final class JdbcPatrols {
  /** Older patrols are kept, but not listed. */
  private static final int LISTED = 30;

  /** Findings older than this say nothing about tonight. */
  private static final Duration LEARNED_FROM = Duration.ofDays(180);

  private static final double DAY_MILLIS = 86_400_000;

  private final DataSource database;
  private final SiteId site;
  private final JdbcPatrolPhotos photos;

  public JdbcPatrols(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
    this.photos = new JdbcPatrolPhotos(database, site);
  }

  JdbcPatrolPhotos photos() {
    return photos;
  }

  /** What earlier patrols say of buildings. */
  Map<String, WireRate> rates(Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          Map<String, WireRate> rates = new HashMap<>();
          JdbcCall.list(
              connection,
              "select s.building, s.wires, s.by_pressure, s.found_at from patrol_stop s"
                  + " join patrol p on p.patrol = s.patrol where p.site = ? and s.found_at > ?"
                  + " order by s.found_at",
              row ->
                  rates.merge(
                      row.getString("building"), visit(WireRate.UNKNOWN, row, now), WireRate::plus),
              site.value(),
              now.minus(LEARNED_FROM));
          return rates;
        });
  }

  private static WireRate visit(WireRate before, ResultSet row, Instant now) throws SQLException {
    Instant at = JdbcCall.time(row, "found_at");
    return before.visit(
        row.getInt("wires"),
        row.getDouble("by_pressure"),
        Duration.between(at, now).toMillis() / DAY_MILLIS);
  }

  void keep(Patrol patrol) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          JdbcCall.update(
              connection,
              "insert into patrol (patrol, site, starts_at, minutes, planned_at, planned_by)"
                  + " values (?, ?, ?, ?, ?, ?)",
              patrol.patrol(),
              site.value(),
              patrol.startsAt(),
              patrol.minutes(),
              patrol.plannedAt(),
              patrol.plannedBy());
          for (int place = 0; place < patrol.stops().size(); place++) {
            Patrol.Stop stop = patrol.stops().get(place);
            JdbcCall.update(
                connection,
                "insert into patrol_stop (patrol, place, building, expected, by_pressure, reason_zh,"
                    + " reason_en) values (?, ?, ?, ?, ?, ?, ?)",
                patrol.patrol(),
                place + 1,
                stop.building(),
                stop.expected(),
                stop.byPressure(),
                stop.reason().zh(),
                stop.reason().en());
          }
          return patrol;
        });
  }

  /** The newest, by when they start. */
  List<Patrol> newest() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            patrols(
                connection,
                "site = ? order by starts_at desc, patrol fetch first " + LISTED + " rows only",
                site.value()));
  }

  Optional<Patrol> find(String patrol) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            patrols(connection, "site = ? and patrol = ?", site.value(), patrol).stream()
                .findFirst());
  }

  /** Writes a finding down; the same again, or a correction, replaces it. False: no such stop. */
  boolean found(String patrol, String building, Patrol.Finding finding) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.update(
                    connection,
                    "update patrol_stop set wires = ?, cleared = ?, found_at = ?, found_by = ?"
                        + " where patrol = ? and building = ?",
                    finding.wires(),
                    finding.cleared(),
                    finding.at(),
                    finding.by(),
                    patrol,
                    building)
                > 0);
  }

  private static List<Patrol> patrols(Connection connection, String where, Object... values)
      throws SQLException {
    List<Patrol> patrols = new ArrayList<>();
    for (Patrol head :
        JdbcCall.list(
            connection,
            "select patrol, starts_at, minutes, planned_at, planned_by from patrol where " + where,
            row ->
                new Patrol(
                    row.getString("patrol"),
                    JdbcCall.time(row, "starts_at"),
                    row.getDouble("minutes"),
                    JdbcCall.time(row, "planned_at"),
                    row.getString("planned_by"),
                    List.of()),
            values)) {
      patrols.add(
          new Patrol(
              head.patrol(),
              head.startsAt(),
              head.minutes(),
              head.plannedAt(),
              head.plannedBy(),
              stops(connection, head.patrol())));
    }
    return patrols;
  }

  private static List<Patrol.Stop> stops(Connection connection, String patrol) throws SQLException {
    Map<String, List<String>> photos = JdbcPatrolPhotos.of(connection, patrol);
    return JdbcCall.list(
        connection,
        "select building, expected, by_pressure, reason_zh, reason_en, wires, cleared, found_at,"
            + " found_by from patrol_stop where patrol = ? order by place",
        row ->
            new Patrol.Stop(
                row.getString("building"),
                row.getDouble("expected"),
                row.getDouble("by_pressure"),
                new Site.Name(row.getString("reason_zh"), row.getString("reason_en")),
                finding(row),
                photos.getOrDefault(row.getString("building"), List.of())),
        patrol);
  }

  private static Optional<Patrol.Finding> finding(ResultSet row) throws SQLException {
    Optional<Instant> at = JdbcCall.maybeTime(row, "found_at");
    return at.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Patrol.Finding(
                row.getInt("wires"),
                row.getBoolean("cleared"),
                at.get(),
                row.getString("found_by")));
  }
}
