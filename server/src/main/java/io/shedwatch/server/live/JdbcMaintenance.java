package io.shedwatch.server.live;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Planned outages: at most one a shed, kept in SQL and shown on the board. */
public final class JdbcMaintenance {
  private final DataSource database;
  private final SiteId site;
  private final Live live;

  public JdbcMaintenance(DataSource database, SiteId site, Live live) {
    this.database = database;
    this.site = site;
    this.live = live;
  }

  /** Shows on the board what is planned; done at the start and after each change. */
  public void show() throws SQLException {
    live.board().maintenance(JdbcTransaction.run(database, this::all));
  }

  /** The outage of a shed, if it is not over. */
  Optional<Maintenance> find(ShedId shed, long now) throws SQLException {
    return JdbcTransaction.run(database, this::all).stream()
        .filter(one -> one.shed().equals(shed) && one.holds(now))
        .findFirst();
  }

  /** Announces an outage, or changes it. */
  void put(Maintenance planned) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          remove(connection, planned.shed());
          return insert(connection, planned);
        });
    show(planned.shed());
  }

  /** Ends an outage; a no-op when there is none. */
  void end(ShedId shed) throws SQLException {
    JdbcTransaction.run(database, connection -> remove(connection, shed));
    show(shed);
  }

  private void show(ShedId shed) throws SQLException {
    show();
    live.hub().touch(shed);
  }

  private List<Maintenance> all(Connection connection) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select shed, started_by, started_at, until, why from maintenance where site = ?")) {
      select.setString(1, site.value());
      try (ResultSet row = select.executeQuery()) {
        List<Maintenance> all = new ArrayList<>();
        while (row.next()) {
          all.add(
              new Maintenance(
                  new ShedId(row.getString(1)),
                  row.getString(2),
                  row.getObject(3, OffsetDateTime.class).toInstant().toEpochMilli(),
                  row.getObject(4, OffsetDateTime.class).toInstant().toEpochMilli(),
                  row.getString(5)));
        }
        return all;
      }
    }
  }

  private int remove(Connection connection, ShedId shed) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("delete from maintenance where site = ? and shed = ?")) {
      delete.setString(1, site.value());
      delete.setString(2, shed.value());
      return delete.executeUpdate();
    }
  }

  private int insert(Connection connection, Maintenance planned) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into maintenance (site, shed, started_by, started_at, until, why)"
                + " values (?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, site.value());
      insert.setString(2, planned.shed().value());
      insert.setString(3, planned.startedBy());
      insert.setObject(4, utc(planned.startedAt()));
      insert.setObject(5, utc(planned.until()));
      insert.setString(6, planned.why());
      return insert.executeUpdate();
    }
  }

  private static OffsetDateTime utc(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }
}
