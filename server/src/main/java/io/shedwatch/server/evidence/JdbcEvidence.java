package io.shedwatch.server.evidence;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.IncidentEvent;
import io.shedwatch.server.incident.IncidentFile;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidentFiles;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.rule.JdbcRuleVersions;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Which incidents wait for their evidence, what SQL knows about them, and the freezing itself. */
final class JdbcEvidence {
  private static final int MOST_ALERTS = 200;
  private static final int MOST_NOTICES = 200;
  private static final String WHO = "server";

  private final DataSource database;
  private final SiteId site;

  JdbcEvidence(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** Incidents opened before {@code before} without evidence, the oldest first. */
  List<IncidentView> waiting(Instant before, int most) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          List<String> ids =
              JdbcCall.list(
                  connection,
                  "select incident from incident where site = ? and evidence_at is null"
                      + " and opened_at < ? order by opened_at fetch first "
                      + most
                      + " rows only",
                  row -> row.getString(1),
                  site.value(),
                  before);
          List<IncidentView> incidents = new ArrayList<>();
          for (String id : ids) {
            JdbcIncidents.find(connection, id).ifPresent(incidents::add);
          }
          return incidents;
        });
  }

  /** The pack of an incident with the curve that was read; nothing is stored yet. */
  EvidencePack gather(IncidentView incident, List<EvidencePack.Sample> curve, Instant now)
      throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            new EvidencePack(
                incident.incident(),
                incident.kind(),
                incident.shed(),
                incident.socket(),
                incident.openedAt().toEpochMilli(),
                now.toEpochMilli(),
                curve,
                limits(connection, incident),
                alerts(connection, incident.incident()),
                notices(connection, incident.incident())));
  }

  /** File, event and mark in one transaction; a second time is a no-op. */
  void freeze(EvidencePack pack) throws SQLException {
    byte[] body = pack.json();
    String digest = EventHash.ofFile(body);
    Instant now = Instant.ofEpochMilli(pack.frozenAt());
    IncidentFile file =
        new IncidentFile(
            pack.incident(),
            digest,
            IncidentFile.EVIDENCE,
            "application/json",
            body.length,
            WHO,
            now);
    JdbcTransaction.run(
        database,
        connection -> {
          int marked =
              JdbcCall.update(
                  connection,
                  "update incident set evidence_at = ? where incident = ? and site = ?"
                      + " and evidence_at is null",
                  now,
                  pack.incident(),
                  site.value());
          if (marked == 1) {
            JdbcIncidentFiles.add(connection, site, file, body);
            JdbcIncidents.append(connection, site, List.of(event(pack, digest)));
          }
          return marked;
        });
  }

  private static IncidentEvent event(EvidencePack pack, String digest) {
    String detail =
        "{\"digest\":\"%s\",\"notices\":%d,\"readings\":%d}"
            .formatted(digest, pack.notices().size(), pack.curve().size());
    return new IncidentEvent(
        pack.incident(), pack.frozenAt(), "evidence", WHO, detail, pack.incident() + ":evidence");
  }

  private Optional<String> limits(Connection connection, IncidentView incident)
      throws SQLException {
    if (incident.shed().isEmpty()) {
      return Optional.empty();
    }
    return JdbcCall.first(
        connection,
        "select body from shed_limits where site = ? and shed = ? and changed_at <= ?"
            + " order by version desc fetch first 1 row only",
        row -> row.getString(1),
        site.value(),
        incident.shed().get(),
        incident.openedAt());
  }

  private List<EvidencePack.AlertPart> alerts(Connection connection, String incident)
      throws SQLException {
    return JdbcCall.list(
        connection,
        "select alert, rule, rule_version, kind, severity, measured, limit_value, raised_at,"
            + " cleared_at from alert where incident = ? order by raised_at, alert fetch first "
            + MOST_ALERTS
            + " rows only",
        row ->
            new EvidencePack.AlertPart(
                row.getString("alert"),
                row.getString("rule"),
                row.getInt("rule_version"),
                parameters(connection, row.getString("rule"), row.getInt("rule_version")),
                row.getString("kind"),
                row.getString("severity"),
                quantity(row, "measured"),
                quantity(row, "limit_value"),
                JdbcCall.time(row, "raised_at").toEpochMilli(),
                JdbcCall.maybeTime(row, "cleared_at").map(Instant::toEpochMilli)),
        incident);
  }

  /** Written out, so that the pack says what was judged by without our tables. */
  private SortedMap<String, Double> parameters(Connection connection, String rule, int version)
      throws SQLException {
    Optional<RuleName> name = RuleName.ofWord(rule);
    return name.isEmpty()
        ? new TreeMap<>()
        : JdbcRuleVersions.find(connection, site, name.get(), version)
            .<SortedMap<String, Double>>map(found -> new TreeMap<>(found.values()))
            .orElseGet(TreeMap::new);
  }

  private static Optional<Double> quantity(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Optional.empty() : Optional.of(value);
  }

  private static List<EvidencePack.NoticePart> notices(Connection connection, String incident)
      throws SQLException {
    return JdbcCall.list(
        connection,
        "select distinct n.notice, n.route_name, n.title, n.state, n.sent_at from notice n"
            + " join notice_task t on t.notice = n.notice join alert a on a.alert = t.alert"
            + " where a.incident = ? order by n.notice fetch first "
            + MOST_NOTICES
            + " rows only",
        row ->
            new EvidencePack.NoticePart(
                row.getString("notice"),
                row.getString("route_name"),
                row.getString("title"),
                row.getString("state"),
                JdbcCall.maybeTime(row, "sent_at").map(Instant::toEpochMilli)),
        incident);
  }
}
