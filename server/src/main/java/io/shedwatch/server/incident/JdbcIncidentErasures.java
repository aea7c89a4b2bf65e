package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * Erases what somebody wrote about an incident, with its salt, what finds it, and the name of whom
 * it was given to outside. The chain keeps the digest and says that there was a text.
 */
final class JdbcIncidentErasures {
  private final DataSource database;
  private final SiteId site;

  JdbcIncidentErasures(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /**
   * Erases the text of one event.
   *
   * @param number of the event in the chain
   * @param why about the incident: who erases it when, and the reason
   * @return whether there was one
   */
  boolean eraseText(long number, Remark why) throws SQLException {
    String incident = why.about();
    return JdbcTransaction.run(
        database,
        connection -> {
          Optional<String> digest = digest(connection, incident, number);
          if (digest.isEmpty() || !gone(connection, digest.get())) {
            return false;
          }
          forgetName(connection, incident, number);
          findAnew(connection, incident);
          TreeMap<String, String> detail = new TreeMap<>();
          detail.put("erased", "text");
          detail.put("event", Long.toString(number));
          detail.put(DetailText.REMARK, JdbcRemarks.write(connection, site, why));
          JdbcIncidents.append(
              connection,
              site,
              List.of(
                  new IncidentEvent(
                      incident,
                      why.at().toEpochMilli(),
                      "erased",
                      why.by(),
                      DetailText.of(detail),
                      incident + ":erased:" + number)));
          return true;
        });
  }

  private Optional<String> digest(Connection connection, String incident, long number)
      throws SQLException {
    return JdbcCall.first(
            connection,
            "select detail from incident_event where site = ? and number = ? and incident = ?",
            row -> row.getString(1),
            site.value(),
            number,
            incident)
        .flatMap(DetailText::remark);
  }

  private boolean gone(Connection connection, String digest) throws SQLException {
    return JdbcCall.update(
            connection, "delete from remark where site = ? and digest = ?", site.value(), digest)
        == 1;
  }

  /** Whoever has it outside is known by the text of the last assignment. */
  private static void forgetName(Connection connection, String incident, long number)
      throws SQLException {
    JdbcCall.update(
        connection,
        "update incident set assigned_to = null where incident = ? and party <> ? and exists"
            + " (select 1 from incident_event e where e.incident = incident.incident"
            + " and e.number = ? and e.event = 'assigned')"
            + " and not exists (select 1 from incident_event e where"
            + " e.incident = incident.incident and e.number > ? and e.event = 'assigned')",
        incident,
        Assignment.STAFF,
        number,
        number);
  }

  /** Pairs of characters may come from other texts too: all that is left is made findable anew. */
  private void findAnew(Connection connection, String incident) throws SQLException {
    JdbcCall.update(
        connection,
        "delete from incident_gram where number ="
            + " (select number from incident where incident = ?)",
        incident);
    List<String> details =
        JdbcCall.list(
            connection,
            "select detail from incident_event where site = ? and incident = ? order by number",
            row -> row.getString(1),
            site.value(),
            incident);
    for (String detail : details) {
      Optional<String> digest = DetailText.remark(detail);
      if (digest.isPresent()) {
        JdbcIncidentTexts.addRemark(connection, site, incident, digest.get());
      }
    }
  }
}
