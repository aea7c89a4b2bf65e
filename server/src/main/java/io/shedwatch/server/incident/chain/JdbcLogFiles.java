package io.shedwatch.server.incident.chain;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/** Compares photos and evidence packs with the digests in the chain, one file in memory. */
final class JdbcLogFiles {
  private static final Set<String> EVENTS = Set.of("photographed", "evidence");
  private static final int CHUNK = 200;

  /** How many rows the driver holds. */
  private static final int FETCH = 500;

  private final DataSource database;
  private final SiteId site;

  /** The first eight bytes of each digest: 100,000 files take 5 MB. */
  private final Set<Long> known = new HashSet<>();

  JdbcLogFiles(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** The files that events of a page mention. */
  void page(List<LogEntry> page, ChainCheck check) throws SQLException {
    Map<String, Long> numbers = new HashMap<>();
    for (LogEntry entry : page) {
      if (EVENTS.contains(entry.event().event())) {
        for (String digest : LogEntry.digests(entry.event().detail())) {
          numbers.put(digest, entry.number());
          known.add(start(digest));
        }
      }
    }
    List<String> digests = new ArrayList<>(numbers.keySet());
    for (int from = 0; from < digests.size(); from += CHUNK) {
      List<String> chunk = digests.subList(from, Math.min(digests.size(), from + CHUNK));
      JdbcTransaction.run(
          database,
          connection -> {
            compare(connection, chunk, numbers, check);
            return true;
          });
    }
  }

  private void compare(
      Connection connection, List<String> chunk, Map<String, Long> numbers, ChainCheck check)
      throws SQLException {
    String blanks = String.join(", ", Collections.nCopies(chunk.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement(
            "select digest, body from incident_file where site = ? and digest in ("
                + blanks
                + ")")) {
      select.setFetchSize(10);
      select.setString(1, site.value());
      for (int i = 0; i < chunk.size(); i++) {
        select.setString(i + 2, chunk.get(i));
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          String digest = row.getString(1);
          check.file(numbers.getOrDefault(digest, 0L), digest, EventHash.ofFile(row.getBytes(2)));
        }
      }
    }
  }

  /** Files that no event mentions. */
  void strays(ChainCheck check) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          try (PreparedStatement select =
              connection.prepareStatement("select digest from incident_file where site = ?")) {
            select.setFetchSize(FETCH);
            select.setString(1, site.value());
            try (ResultSet row = select.executeQuery()) {
              while (row.next()) {
                String digest = row.getString(1);
                if (!digest.matches("[0-9a-f]{64}") || !known.contains(start(digest))) {
                  check.strayFile(digest);
                }
              }
            }
          }
          return true;
        });
  }

  private static long start(String digest) {
    return Long.parseUnsignedLong(digest.substring(0, 16), 16);
  }
}
