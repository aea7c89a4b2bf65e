package io.shedwatch.server.notice;

import io.shedwatch.server.alert.AlertState;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Alerts as they are now, within the caller's transaction. */
final class JdbcAlertFacts {
  /** What {@link #fact} reads, of alert {@code a} and its incident {@code i}. */
  static final String COLUMNS =
      "a.alert, a.rule, a.kind, a.severity, a.shed, a.socket, a.state, a.incident, a.raised_at,"
          + " a.cleared_at, a.acknowledged_at, a.assigned_to, a.shelved_until, a.inhibited_by,"
          + " a.measured, a.limit_value, a.relay_opened, a.detail_zh, a.detail_en,"
          + " i.building, a.flap_since, case when a.flap_since is null then 0 else"
          + " (select count(*) from alert f where f.site = a.site and f.rule = a.rule"
          + " and f.shed = a.shed and f.socket is not distinct from a.socket"
          + " and f.raised_at >= a.flap_since and f.kind = a.kind) end as flap_raises";

  /** The tables of {@link #COLUMNS}. */
  static final String TABLES = "alert a left join incident i on i.incident = a.incident";

  private final Places places;

  JdbcAlertFacts(Places places) {
    this.places = places;
  }

  Optional<AlertFact> find(Connection connection, String alert) throws SQLException {
    return JdbcCall.first(
        connection,
        "select " + COLUMNS + " from " + TABLES + " where a.alert = ?",
        this::fact,
        alert);
  }

  /** The alerts that a notice tells. */
  List<AlertFact> of(Connection connection, String notice) throws SQLException {
    return JdbcCall.list(
        connection,
        "select "
            + COLUMNS
            + " from notice_task t join "
            + TABLES.replace("alert a ", "alert a on a.alert = t.alert ")
            + " where t.notice = ?",
        this::fact,
        notice);
  }

  AlertFact fact(ResultSet row) throws SQLException {
    int socket = row.getInt("socket");
    OptionalInt optionalSocket = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(socket);
    Optional<String> shed = Optional.ofNullable(row.getString("shed"));
    Optional<String> building = Optional.ofNullable(row.getString("building"));
    boolean taken =
        JdbcCall.maybeTime(row, "acknowledged_at").isPresent()
            || row.getString("assigned_to") != null
            || row.getString("state").equals(AlertState.CLOSED.word());
    return new AlertFact(
        row.getString("alert"),
        row.getString("rule"),
        row.getString("kind"),
        Severity.ofWord(row.getString("severity")),
        shed,
        optionalSocket,
        building,
        places.grids(shed, building),
        Optional.ofNullable(row.getString("incident")),
        JdbcCall.time(row, "raised_at"),
        JdbcCall.maybeTime(row, "cleared_at"),
        taken,
        JdbcCall.maybeTime(row, "shelved_until"),
        row.getString("inhibited_by") != null,
        quantity(row, "measured"),
        quantity(row, "limit_value"),
        row.getBoolean("relay_opened"),
        detail(row),
        flapping(row));
  }

  private static Optional<Site.Name> detail(ResultSet row) throws SQLException {
    String zh = row.getString("detail_zh");
    String en = row.getString("detail_en");
    return zh == null || en == null ? Optional.empty() : Optional.of(new Site.Name(zh, en));
  }

  private static Optional<AlertFact.Flapping> flapping(ResultSet row) throws SQLException {
    int raises = row.getInt("flap_raises");
    return JdbcCall.maybeTime(row, "flap_since")
        .map(since -> new AlertFact.Flapping(raises, since));
  }

  private static double quantity(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
