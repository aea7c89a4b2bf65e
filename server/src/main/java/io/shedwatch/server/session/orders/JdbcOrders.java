package io.shedwatch.server.session.orders;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.session.StopReason;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Puts orders into the table of sessions; what is there already stays as it is. */
final class JdbcOrders {
  private static final String INSERT =
      "insert into charging_session (session, site, shed, socket, started_at, finished_at, ended_at,"
          + " watt_hours, peak_watts, stop_reason, imported)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, true) on conflict do nothing";

  private final DataSource database;
  private final SiteId site;

  JdbcOrders(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** First measured session by shed. */
  Map<String, Instant> measuredSince() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          Map<String, Instant> since = new HashMap<>();
          JdbcCall.list(
                  connection,
                  "select shed, min(started_at) as first_at from charging_session"
                      + " where site = ? and imported = false group by shed",
                  row -> Map.entry(row.getString("shed"), JdbcCall.time(row, "first_at")),
                  site.value())
              .forEach(entry -> since.put(entry.getKey(), entry.getValue()));
          return since;
        });
  }

  /** Writes orders, all of different keys; how many were new. */
  int write(Collection<Order> orders) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          Set<String> known = known(connection, orders);
          insert(
              connection,
              orders.stream()
                  .filter(order -> !known.contains(order.session(site.value())))
                  .toList());
          return orders.size() - known.size();
        });
  }

  private Set<String> known(Connection connection, Collection<Order> orders) throws SQLException {
    Object[] keys = orders.stream().map(order -> order.session(site.value())).toArray();
    return new HashSet<>(
        JdbcCall.list(
            connection,
            "select session from charging_session where session in ("
                + String.join(", ", Collections.nCopies(keys.length, "?"))
                + ")",
            row -> row.getString("session"),
            keys));
  }

  private void insert(Connection connection, List<Order> orders) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
      for (Order order : orders) {
        insert.setString(1, order.session(site.value()));
        insert.setString(2, site.value());
        insert.setString(3, order.shed());
        insert.setInt(4, order.socket());
        insert.setObject(5, order.startedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(6, order.endedAt().atOffset(ZoneOffset.UTC));
        insert.setObject(7, order.unpluggedAt().orElse(order.endedAt()).atOffset(ZoneOffset.UTC));
        insert.setDouble(8, order.wattHours());
        StopReason reason =
            order.unpluggedAt().isPresent() ? StopReason.UNPLUGGED : StopReason.UNKNOWN;
        insert.setString(9, reason.word());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }
}
