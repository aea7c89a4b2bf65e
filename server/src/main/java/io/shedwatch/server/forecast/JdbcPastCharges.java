package io.shedwatch.server.forecast;

import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Past charges from the table of sessions, with the plateaus that were watched. */
final class JdbcPastCharges {
  /** More than a month of a large estate; the newest are taken. */
  private static final int MOST_CHARGES = 40_000;

  /** A session and a watched charge of one socket that began within this time are the same. */
  private static final long SAME_MILLIS = 5 * 60_000L;

  private final DataSource database;
  private final Site site;

  JdbcPastCharges(DataSource database, Site site) {
    this.database = database;
    this.site = site;
  }

  /** Charges that began at or after {@code from}, newest first. */
  List<PastCharge> since(Instant from) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          forget(connection, from);
          return charges(connection, from, plateaus(connection, from));
        });
  }

  /** Keeps the plateau of a charge that is full; a second time changes nothing. */
  void keep(Curves.Full full, Plateau plateau) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "insert into charge_plateau (site, shed, socket, started_at, start_watts,"
                      + " end_watts) values (?, ?, ?, ?, ?, ?) on conflict do nothing")) {
            insert.setString(1, site.site().value());
            insert.setString(2, full.shed().value());
            insert.setInt(3, full.socket());
            insert.setObject(4, utc(Instant.ofEpochMilli(full.charge().since())));
            insert.setDouble(5, plateau.startWatts());
            insert.setDouble(6, plateau.endWatts());
            return insert.executeUpdate();
          }
        });
  }

  private record Watched(long startedAt, Plateau plateau) {}

  private void forget(Connection connection, Instant before) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement(
            "delete from charge_plateau where site = ? and started_at < ?")) {
      delete.setString(1, site.site().value());
      delete.setObject(2, utc(before));
      delete.executeUpdate();
    }
  }

  private Map<String, List<Watched>> plateaus(Connection connection, Instant from)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select shed, socket, started_at, start_watts, end_watts from charge_plateau"
                + " where site = ? and started_at >= ?")) {
      select.setString(1, site.site().value());
      select.setObject(2, utc(from));
      Map<String, List<Watched>> plateaus = new HashMap<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          plateaus
              .computeIfAbsent(row.getString(1) + "-" + row.getInt(2), key -> new ArrayList<>())
              .add(new Watched(millis(row, 3), new Plateau(row.getDouble(4), row.getDouble(5))));
        }
      }
      return plateaus;
    }
  }

  private List<PastCharge> charges(
      Connection connection, Instant from, Map<String, List<Watched>> plateaus)
      throws SQLException {
    Map<String, Integer> places = new HashMap<>();
    site.sheds().forEach(shed -> places.put(shed.shed().value(), places.size()));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select shed, socket, started_at, finished_at, ended_at, peak_watts"
                + " from charging_session where site = ? and started_at >= ?"
                + " order by started_at desc, session limit "
                + MOST_CHARGES)) {
      select.setString(1, site.site().value());
      select.setObject(2, utc(from));
      List<PastCharge> charges = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Optional<Integer> place = Optional.ofNullable(places.get(row.getString(1)));
          long startedAt = millis(row, 3);
          Optional<Plateau> plateau =
              plateaus.getOrDefault(row.getString(1) + "-" + row.getInt(2), List.of()).stream()
                  .filter(one -> Math.abs(one.startedAt() - startedAt) <= SAME_MILLIS)
                  .map(Watched::plateau)
                  .findFirst();
          if (place.isPresent()) {
            charges.add(
                new PastCharge(
                    place.get(),
                    startedAt,
                    millis(row, 4),
                    millis(row, 5),
                    row.getDouble(6),
                    plateau));
          }
        }
      }
      return charges;
    }
  }

  private static long millis(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(at -> at.toInstant().toEpochMilli())
        .orElse(0L);
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
