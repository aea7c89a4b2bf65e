package io.shedwatch.server.export;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.IncidentQuery;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidentPages;
import io.shedwatch.server.incident.chain.LogEntry;
import io.shedwatch.server.sql.Cursor;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The incidents of an export, the newest first: a page and a transaction at a time. */
final class JdbcExportRows {
  private static final int PAGE = 500;

  private final DataSource database;
  private final SiteId site;

  JdbcExportRows(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** Takes one row. */
  @FunctionalInterface
  interface Taker {
    void row(ExportRow row) throws IOException;
  }

  /** Hands over all rows that the query asks for; how many there were. */
  long each(IncidentQuery query, Taker taker) throws SQLException, IOException {
    Optional<Cursor> after = Optional.empty();
    long rows = 0;
    do {
      PageAsked asked = new PageAsked(after, PAGE);
      List<ExportRow> page = new ArrayList<>();
      after =
          JdbcTransaction.run(
              database,
              connection -> {
                Page<IncidentView> incidents =
                    JdbcIncidentPages.page(connection, site, query, asked);
                page.addAll(rows(connection, incidents.items()));
                return incidents.next();
              });
      for (ExportRow row : page) {
        taker.row(row);
        rows++;
      }
    } while (after.isPresent());
    return rows;
  }

  /** The rows of some incidents, at most {@link #PAGE}. */
  List<ExportRow> rows(Connection connection, List<IncidentView> incidents) throws SQLException {
    if (incidents.isEmpty()) {
      return List.of();
    }
    Map<String, Deeds> deeds = deeds(connection, incidents);
    List<String> digests = deeds.values().stream().flatMap(each -> each.solution.stream()).toList();
    Map<String, String> texts = texts(connection, digests);
    return incidents.stream()
        .map(
            incident -> {
              Deeds done = deeds.getOrDefault(incident.incident(), new Deeds());
              return new ExportRow(
                  incident,
                  done.acknowledgedAt,
                  done.acknowledgedBy,
                  incident.state().matches("resolved|closed") ? done.resolvedAt : Optional.empty(),
                  incident.state().equals("closed") ? done.closedAt : Optional.empty(),
                  done.solution.flatMap(digest -> Optional.ofNullable(texts.get(digest))));
            })
        .toList();
  }

  /** What the events of an incident say of its way: the first acknowledgement, the last others. */
  private static final class Deeds {
    private Optional<Instant> acknowledgedAt = Optional.empty();
    private Optional<String> acknowledgedBy = Optional.empty();
    private Optional<Instant> resolvedAt = Optional.empty();
    private Optional<Instant> closedAt = Optional.empty();
    private Optional<String> solution = Optional.empty();
  }

  private Map<String, Deeds> deeds(Connection connection, List<IncidentView> incidents)
      throws SQLException {
    Map<String, Deeds> deeds = new HashMap<>();
    String sql =
        "select incident, event, at, who, detail from incident_event where site = ?"
            + " and event in ('acknowledged', 'resolved', 'closed') and incident in ("
            + blanks(incidents)
            + ") order by number";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, site.value());
      for (int i = 0; i < incidents.size(); i++) {
        select.setString(i + 2, incidents.get(i).incident());
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          note(deeds.computeIfAbsent(row.getString(1), any -> new Deeds()), row);
        }
      }
    }
    return deeds;
  }

  private static void note(Deeds deeds, ResultSet row) throws SQLException {
    Optional<Instant> at = Optional.of(row.getObject(3, OffsetDateTime.class).toInstant());
    switch (row.getString(2)) {
      case "acknowledged" -> {
        if (deeds.acknowledgedAt.isEmpty()) {
          deeds.acknowledgedAt = at;
          deeds.acknowledgedBy = Optional.of(row.getString(4));
        }
      }
      case "resolved" -> {
        deeds.resolvedAt = at;
        deeds.solution = LogEntry.digests(row.getString(5)).stream().findFirst();
      }
      default -> deeds.closedAt = at;
    }
  }

  private Map<String, String> texts(Connection connection, List<String> digests)
      throws SQLException {
    Map<String, String> texts = new HashMap<>();
    if (digests.isEmpty()) {
      return texts;
    }
    String sql =
        "select digest, body from remark where site = ? and digest in (" + blanks(digests) + ")";
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, site.value());
      for (int i = 0; i < digests.size(); i++) {
        select.setString(i + 2, digests.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          texts.put(row.getString(1), row.getString(2));
        }
      }
    }
    return texts;
  }

  private static String blanks(Collection<?> values) {
    return String.join(", ", Collections.nCopies(values.size(), "?"));
  }
}
