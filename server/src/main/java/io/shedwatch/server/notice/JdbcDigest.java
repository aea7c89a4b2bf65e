package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

/** Counts a day, within the caller's transaction. Drills are in none of its figures. */
final class JdbcDigest {
  private final SiteId site;

  JdbcDigest(SiteId site) {
    this.site = site;
  }

  /** The day from one midnight to the next, and what is open at the time of asking. */
  Digest of(Connection connection, Instant from, Instant to) throws SQLException {
    Map<String, Long> raised = new TreeMap<>();
    for (String severity : new String[] {"critical", "major", "minor"}) {
      raised.put(
          severity,
          count(
              connection,
              "select count(*) from alert where site = ? and severity = ? and raised_at >= ?"
                  + " and raised_at < ? and rule <> 'drill'",
              site.value(),
              severity,
              from,
              to));
    }
    String incidents = "select count(*) from incident where site = ? and kind <> 'drill' and ";
    long opened =
        count(connection, incidents + "opened_at >= ? and opened_at < ?", site.value(), from, to);
    long resolved =
        count(
            connection, incidents + "resolved_at >= ? and resolved_at < ?", site.value(), from, to);
    long open = count(connection, incidents + "state in ('open', 'acknowledged')", site.value());
    long unacknowledged =
        count(
            connection,
            "select count(*) from alert where site = ? and state like '%-unacknowledged'"
                + " and rule <> 'drill'",
            site.value());
    long failed =
        count(
            connection,
            "select count(*) from notice where site = ? and state = 'failed' and not drill"
                + " and made_at >= ? and made_at < ?",
            site.value(),
            from,
            to);
    Digest.Link link =
        JdbcCall.first(
                connection,
                "select number, hash from incident_chain where site = ?",
                row -> new Digest.Link(row.getLong(1), row.getString(2)),
                site.value())
            .orElse(new Digest.Link(0, "-"));
    return new Digest(raised, opened, resolved, open, unacknowledged, failed, link);
  }

  private static long count(Connection connection, String sql, Object... values)
      throws SQLException {
    return JdbcCall.first(connection, sql, row -> row.getLong(1), values).orElse(0L);
  }
}
