package io.shedwatch.server.report;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of reports. */
public final class JdbcReports {
  private static final int MOST_ROWS = 200;

  private static final String SELECT =
      "select r.report, r.building, r.place, r.note, r.photo is not null as has_photo, r.incident,"
          + " r.reported_at, r.answer, r.answered_at, i.state from fly_line_report r"
          + " join incident i on i.incident = r.incident where r.site = ?";

  private final DataSource database;
  private final SiteId site;

  public JdbcReports(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  void add(Report report, Optional<Photo> photo) throws SQLException {
    JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.update(
                connection,
                "insert into fly_line_report (report, site, building, place, note, photo, incident,"
                    + " reported_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                report.code(),
                site.value(),
                report.building(),
                report.place(),
                report.note(),
                photo.map(Photo::jpeg),
                report.incident(),
                report.reportedAt()));
  }

  Optional<Report> find(String code) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection, SELECT + " and r.report = ?", JdbcReports::report, site.value(), code));
  }

  /** The newest first. */
  List<Report> all() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                SELECT + " order by r.reported_at desc fetch first " + MOST_ROWS + " rows only",
                JdbcReports::report,
                site.value()));
  }

  /** The photo as it was drawn anew; empty without one. */
  Optional<byte[]> photo(String code) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select photo from fly_line_report where site = ? and report = ?"
                    + " and photo is not null",
                row -> row.getBytes(1),
                site.value(),
                code));
  }

  /** Tells the reporter something; the last one counts. */
  void answer(String code, String words, Instant now) throws SQLException {
    JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.update(
                connection,
                "update fly_line_report set answer = ?, answered_at = ? where site = ?"
                    + " and report = ?",
                words,
                now,
                site.value(),
                code));
  }

  /** Active alerts of a rule about a building where no report waits for an answer. */
  List<String> alertsWithoutAsker(String building, String rule) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select a.alert from alert a where a.site = ? and a.rule = ? and a.building = ?"
                    + " and a.cleared_at is null and not exists (select 1 from fly_line_report r"
                    + " where r.site = a.site and r.building = a.building"
                    + " and r.answered_at is null)",
                row -> row.getString(1),
                site.value(),
                rule,
                building));
  }

  private static Report report(ResultSet row) throws SQLException {
    return new Report(
        row.getString("report"),
        row.getString("building"),
        row.getString("place"),
        row.getString("note"),
        row.getBoolean("has_photo"),
        row.getString("incident"),
        JdbcCall.time(row, "reported_at"),
        row.getString("state"),
        Optional.ofNullable(row.getString("answer")),
        JdbcCall.maybeTime(row, "answered_at"));
  }
}
