package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** What people enter by hand, and to whom they give it. Each is one transaction, the chain last. */
public final class JdbcIncidentEntries {
  private static final String OPEN =
      "insert into incident (incident, site, kind, severity, shed, socket, building, state,"
          + " open_key, opened_at) values (?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)"
          + " on conflict do nothing";

  private static final String ASSIGN =
      "update incident set assigned_to = ?, party = ?, due_at = ?, way = ? where incident = ?"
          + " and site = ? and state in ('open', 'acknowledged')";

  private final DataSource database;
  private final SiteId site;
  private final IncidentScreen screen;

  public JdbcIncidentEntries(DataSource database, SiteId site, IncidentScreen screen) {
    this.database = database;
    this.site = site;
    this.screen = screen;
  }

  /** Opens an incident, or joins the open one of the same place; the same entry twice is one. */
  public IncidentView enter(ManualEntry entry, Instant now) throws SQLException {
    IncidentView incident =
        JdbcTransaction.run(database, connection -> enter(connection, entry, now));
    screen.incident(incident);
    return incident;
  }

  private IncidentView enter(Connection connection, ManualEntry entry, Instant now)
      throws SQLException {
    String cause = entry.id() + ":entered";
    Optional<String> before =
        JdbcCall.first(
            connection,
            "select incident from incident_event where site = ? and cause = ?",
            row -> row.getString(1),
            site.value(),
            cause);
    if (before.isPresent()) {
      return found(connection, before.get());
    }
    String key = entry.openKey(site.value());
    Optional<IncidentView> open = JdbcIncidents.findBy(connection, "open_key = ?", key);
    boolean opens = open.isEmpty() && insert(connection, entry, key);
    // Somebody else's may have been opened between the two statements.
    IncidentView incident =
        opens
            ? found(connection, entry.id())
            : JdbcIncidents.findBy(connection, "open_key = ?", key).orElseThrow();
    if (entry.severity().worseThan(Severity.ofWord(incident.severity()))) {
      JdbcIncidents.worsen(connection, incident.incident(), entry.severity());
    }
    SortedMap<String, String> detail = new TreeMap<>();
    detail.put("kind", entry.kind());
    detail.put("seenAt", entry.at().toString());
    detail.put("severity", entry.severity().word());
    detail.put(DetailText.REMARK, remark(connection, incident, entry.who(), now, entry.text()));
    JdbcIncidents.append(
        connection,
        site,
        List.of(
            new IncidentEvent(
                incident.incident(),
                now.toEpochMilli(),
                opens ? "opened" : "joined",
                entry.who(),
                DetailText.of(detail),
                cause)));
    return found(connection, incident.incident());
  }

  private boolean insert(Connection connection, ManualEntry entry, String key) throws SQLException {
    Optional<Integer> socket =
        entry.socket().isPresent() ? Optional.of(entry.socket().getAsInt()) : Optional.empty();
    return JdbcCall.update(
            connection,
            OPEN,
            entry.id(),
            site.value(),
            entry.kind(),
            entry.severity().word(),
            entry.shed(),
            socket,
            entry.building(),
            key,
            entry.at())
        == 1;
  }

  /** Gives an incident to somebody; empty when there is none, or it is resolved. */
  Optional<IncidentView> assign(Assignment to) throws SQLException {
    Optional<IncidentView> incident =
        JdbcTransaction.run(database, connection -> assign(connection, to));
    incident.ifPresent(screen::incident);
    return incident;
  }

  private Optional<IncidentView> assign(Connection connection, Assignment to) throws SQLException {
    Optional<IncidentView> before = JdbcIncidents.find(connection, to.incident());
    if (before.isEmpty()) {
      return Optional.empty();
    }
    Optional<String> way =
        to.isOutside() ? Optional.of("outside") : before.get().way().filter("on-the-spot"::equals);
    int changed =
        JdbcCall.update(
            connection, ASSIGN, to.to(), to.party(), to.dueAt(), way, to.incident(), site.value());
    if (changed == 0) {
      return Optional.empty();
    }
    String words = to.to() + to.note().map(note -> "：" + note).orElse("");
    SortedMap<String, String> detail = new TreeMap<>();
    to.dueAt().ifPresent(due -> detail.put("dueAt", due.toString()));
    detail.put("party", to.party());
    detail.put(DetailText.REMARK, remark(connection, before.get(), to.who(), to.now(), words));
    long at = to.now().toEpochMilli();
    String cause = to.incident() + ":assigned:" + at + ":" + to.who();
    JdbcIncidents.append(
        connection,
        site,
        List.of(
            new IncidentEvent(
                to.incident(), at, "assigned", to.who(), DetailText.of(detail), cause)));
    return Optional.of(found(connection, to.incident()));
  }

  private String remark(
      Connection connection, IncidentView incident, String who, Instant now, String text)
      throws SQLException {
    JdbcIncidentTexts.add(connection, incident.incident(), text);
    return JdbcRemarks.write(connection, site, new Remark(incident.incident(), who, now, text));
  }

  private static IncidentView found(Connection connection, String incident) throws SQLException {
    return JdbcIncidents.find(connection, incident).orElseThrow();
  }
}
