package io.shedwatch.server.incident.chain;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import javax.sql.DataSource;

/**
 * Checks the log in the database: the chain, what is kept beside it, and that the rows which lists
 * show say what the events say. Reads only; what is appended meanwhile is left to the next check.
 */
final class JdbcVerification {
  /** Rows whose state is not the one that their events lead to, see {@link #states}. */
  private static final String WRONG_STATES =
      "select i.incident, i.state from incident i where i.site = ? and i.state <> coalesce((select"
          + " case when t.event in ('resolved', 'closed') then t.event"
          + " when exists (select 1 from incident_event a where a.incident = i.incident"
          + " and a.number > t.number and a.event = 'acknowledged') then 'acknowledged'"
          + " else 'open' end"
          + " from incident_event t where t.incident = i.incident"
          + " and t.event in ('opened', 'reopened', 'resolved', 'closed')"
          + " order by t.number desc fetch first 1 row only), '-') fetch first 1000 rows only";

  private final DataSource database;
  private final SiteId site;

  JdbcVerification(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /**
   * Checks all of it.
   *
   * @param kept hashes that somebody noted earlier
   */
  Verdict check(Collection<String> kept) throws SQLException {
    JdbcLog log = new JdbcLog(database, site);
    ChainCheck check = new ChainCheck(site.value(), kept);
    // Before the events: what is appended from now on is no cut tail.
    JdbcLog.Head head = log.head().orElse(new JdbcLog.Head(0, ""));
    JdbcLogFiles files = new JdbcLogFiles(database, site);
    boolean more = true;
    while (more) {
      List<LogEntry> page = log.page(check.number());
      more = false;
      for (LogEntry entry : page) {
        if (entry.number() <= head.number()) {
          check.next(entry);
          more = true;
        }
      }
      files.page(page, check);
    }
    if (head.number() == 0) {
      return check.end(OptionalLong.empty(), "");
    }
    files.strays(check);
    beyondTheHead(check);
    states(check);
    return check.end(OptionalLong.of(head.number()), head.hash());
  }

  /** Events that the chain's own row does not know: one statement sees both at one instant. */
  private void beyondTheHead(ChainCheck check) throws SQLException {
    String sql =
        "select min(e.number) from incident_event e join incident_chain c on c.site = e.site"
            + " where e.site = ? and e.number > c.number";
    JdbcTransaction.run(
        database,
        connection -> {
          try (PreparedStatement select = connection.prepareStatement(sql)) {
            select.setString(1, site.value());
            try (ResultSet row = select.executeQuery()) {
              if (row.next() && row.getLong(1) > 0) {
                check.find(
                    new Finding(
                        Finding.Kind.OUT_OF_ORDER,
                        row.getLong(1),
                        "event " + row.getLong(1) + " is behind the chain's end"));
              }
            }
          }
          return true;
        });
  }

  /**
   * A row's state follows from its events: the last of opened, reopened, resolved and closed
   * decides, and an acknowledgement behind an opening makes it acknowledged.
   */
  private void states(ChainCheck check) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          try (PreparedStatement select = prepare(connection);
              ResultSet row = select.executeQuery()) {
            while (row.next()) {
              check.find(
                  new Finding(
                      Finding.Kind.STATE_CHANGED,
                      0,
                      "incident "
                          + row.getString(1)
                          + " is shown as "
                          + row.getString(2)
                          + ", which its events do not say"));
            }
          }
          return true;
        });
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement select = connection.prepareStatement(WRONG_STATES);
    select.setString(1, site.value());
    return select;
  }
}
