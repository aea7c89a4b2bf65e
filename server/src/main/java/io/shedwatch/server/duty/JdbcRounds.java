package io.shedwatch.server.duty;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Inspection rounds that are due, and handover notes. */
public final class JdbcRounds {
  private static final int MOST_ROWS = 500;
  private static final int NOTES_SHOWN = 20;

  private final DataSource database;
  private final SiteId site;

  public JdbcRounds(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** One thing to be inspected again and again; the newest round, where there was one. */
  record Inspection(
      String inspection,
      String name,
      Optional<String> shed,
      int everyDays,
      Instant begunAt,
      Optional<Instant> doneAt,
      Optional<String> doneBy,
      Optional<String> result,
      Optional<String> note) {
    Instant dueAt() {
      return doneAt.orElse(begunAt).plus(Duration.ofDays(everyDays));
    }
  }

  /** A note of one shift for the next. */
  record Note(Instant at, String by, String text, int openAlerts, int openIncidents) {}

  /** All that is inspected, by name. */
  List<Inspection> inspections() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select i.inspection, i.name, i.shed, i.every_days, i.begun_at, r.done_at,"
                    + " r.done_by, r.result, r.note from inspection i left join inspection_round r"
                    + " on r.number = (select max(n.number) from inspection_round n"
                    + " where n.inspection = i.inspection) where i.site = ? order by i.name"
                    + " fetch first "
                    + MOST_ROWS
                    + " rows only",
                row ->
                    new Inspection(
                        row.getString("inspection"),
                        row.getString("name"),
                        Optional.ofNullable(row.getString("shed")),
                        row.getInt("every_days"),
                        JdbcCall.time(row, "begun_at"),
                        JdbcCall.maybeTime(row, "done_at"),
                        Optional.ofNullable(row.getString("done_by")),
                        Optional.ofNullable(row.getString("result")),
                        Optional.ofNullable(row.getString("note"))),
                site.value()));
  }

  Optional<Inspection> find(String inspection) throws SQLException {
    return inspections().stream().filter(one -> one.inspection().equals(inspection)).findFirst();
  }

  String add(String name, Optional<String> shed, int everyDays, Instant now) throws SQLException {
    String id = JdbcRoster.newId();
    update(
        "insert into inspection (inspection, site, name, shed, every_days, begun_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        site.value(),
        name,
        shed,
        everyDays,
        now);
    return id;
  }

  /** Writes a round down; rounds are never changed. */
  void done(String inspection, String who, boolean sound, String note, Instant now)
      throws SQLException {
    update(
        "insert into inspection_round (inspection, done_at, done_by, result, note)"
            + " values (?, ?, ?, ?, ?)",
        inspection,
        now,
        who,
        sound ? "sound" : "defect",
        note);
  }

  boolean remove(String inspection) throws SQLException {
    return update(
            "delete from inspection where inspection = ? and site = ?", inspection, site.value())
        == 1;
  }

  /** What is open now, as the note of this moment would say; drills are not counted. */
  Note open(Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> new Note(now, "", "", openAlerts(connection), openIncidents(connection)));
  }

  /** The newest notes, the newest first. */
  List<Note> notes() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select written_at, written_by, body, open_alerts, open_incidents"
                    + " from handover_note where site = ? order by number desc fetch first "
                    + NOTES_SHOWN
                    + " rows only",
                row ->
                    new Note(
                        JdbcCall.time(row, "written_at"),
                        row.getString("written_by"),
                        row.getString("body"),
                        row.getInt("open_alerts"),
                        row.getInt("open_incidents")),
                site.value()));
  }

  /** Writes a note, with how much is open. */
  Note write(String text, String who, Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          Note note = new Note(now, who, text, openAlerts(connection), openIncidents(connection));
          JdbcCall.update(
              connection,
              "insert into handover_note (site, written_at, written_by, body, open_alerts,"
                  + " open_incidents) values (?, ?, ?, ?, ?, ?)",
              site.value(),
              now,
              who,
              text,
              note.openAlerts(),
              note.openIncidents());
          return note;
        });
  }

  private int openAlerts(Connection connection) throws SQLException {
    return count(
        connection,
        "select count(*) from alert where site = ? and state <> 'closed' and rule <> 'drill'");
  }

  private int openIncidents(Connection connection) throws SQLException {
    return count(
        connection,
        "select count(*) from incident where site = ? and state in ('open', 'acknowledged')"
            + " and kind <> 'drill'");
  }

  private int count(Connection connection, String sql) throws SQLException {
    return JdbcCall.first(connection, sql, row -> row.getInt(1), site.value()).orElse(0);
  }

  private int update(String sql, Object... values) throws SQLException {
    return JdbcTransaction.run(database, one -> JdbcCall.update(one, sql, values));
  }
}
