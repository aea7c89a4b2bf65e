package io.shedwatch.server.incident.chain;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.IncidentEvent;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;

/**
 * A site's whole log, read page by page in the order of the chain. Each page is a transaction of
 * its own, so that reading 100,000 incidents holds neither a lock nor much memory.
 */
public final class JdbcLog {
  private static final int PAGE = 1_000;

  /** How many digests one question holds. */
  private static final int CHUNK = 500;

  private final DataSource database;
  private final SiteId site;

  public JdbcLog(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** The newest event as the chain remembers it: the number 0 while there is none. */
  public record Head(long number, String hash) {}

  /** Empty while the site has no chain. */
  public Optional<Head> head() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement(
                  "select number, hash from incident_chain where site = ?")) {
            select.setString(1, site.value());
            try (ResultSet row = select.executeQuery()) {
              return row.next()
                  ? Optional.of(new Head(row.getLong(1), row.getString(2)))
                  : Optional.empty();
            }
          }
        });
  }

  /**
   * The events behind number {@code after}, the oldest first, with their texts; empty at the end.
   */
  public List<LogEntry> page(long after) throws SQLException {
    return JdbcTransaction.run(
        database, connection -> withTexts(connection, page(connection, after)));
  }

  private List<LogEntry> page(Connection connection, long after) throws SQLException {
    List<LogEntry> page = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select number, incident, at, event, who, detail, cause, previous_hash, hash"
                + " from incident_event where site = ? and number > ? order by number"
                + " fetch first ? rows only")) {
      select.setString(1, site.value());
      select.setLong(2, after);
      select.setInt(3, PAGE);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          page.add(entry(row));
        }
      }
    }
    return page;
  }

  private LogEntry entry(ResultSet row) throws SQLException {
    IncidentEvent event =
        new IncidentEvent(
            row.getString("incident"),
            row.getObject("at", OffsetDateTime.class).toInstant().toEpochMilli(),
            row.getString("event"),
            row.getString("who"),
            row.getString("detail"),
            row.getString("cause"));
    return new LogEntry(
        site.value(),
        row.getLong("number"),
        event,
        row.getString("previous_hash"),
        row.getString("hash"),
        List.of());
  }

  private List<LogEntry> withTexts(Connection connection, List<LogEntry> page) throws SQLException {
    Set<String> digests = new LinkedHashSet<>();
    page.forEach(entry -> digests.addAll(LogEntry.digests(entry.event().detail())));
    if (digests.isEmpty()) {
      return page;
    }
    Map<String, LogEntry.Text> texts = texts(connection, digests);
    return page.stream()
        .map(
            entry ->
                new LogEntry(
                    entry.site(),
                    entry.number(),
                    entry.event(),
                    entry.previousHash(),
                    entry.hash(),
                    LogEntry.digests(entry.event().detail()).stream()
                        .flatMap(digest -> Optional.ofNullable(texts.get(digest)).stream())
                        .toList()))
        .toList();
  }

  private Map<String, LogEntry.Text> texts(Connection connection, Collection<String> digests)
      throws SQLException {
    Map<String, LogEntry.Text> texts = new HashMap<>();
    List<String> all = new ArrayList<>(digests);
    for (int from = 0; from < all.size(); from += CHUNK) {
      List<String> chunk = all.subList(from, Math.min(all.size(), from + CHUNK));
      String blanks = String.join(", ", Collections.nCopies(chunk.size(), "?"));
      try (PreparedStatement select =
          connection.prepareStatement(
              "select digest, salt, body from remark where site = ? and digest in ("
                  + blanks
                  + ")")) {
        select.setString(1, site.value());
        for (int i = 0; i < chunk.size(); i++) {
          select.setString(i + 2, chunk.get(i));
        }
        try (ResultSet row = select.executeQuery()) {
          while (row.next()) {
            LogEntry.Text text =
                new LogEntry.Text(row.getString(1), row.getString(2), row.getString(3));
            texts.put(text.digest(), text);
          }
        }
      }
    }
    return texts;
  }
}
