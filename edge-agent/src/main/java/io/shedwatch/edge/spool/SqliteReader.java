package io.shedwatch.edge.spool;

import io.shedwatch.edge.spool.Ledger.Waiting;
import io.shedwatch.edge.spool.SqliteMessages.Row;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads messages from the disk and from memory as one sequence. For the holder of the disk lock, so
 * that nothing moves from the one to the other meanwhile. A disk that cannot be read has no
 * messages.
 */
final class SqliteReader {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteReader.class);

  private final SqliteSpool spool;
  private final SqliteDisk disk;

  SqliteReader(SqliteSpool spool, SqliteDisk disk) {
    this.spool = spool;
    this.disk = disk;
  }

  List<Held> after(long id, Lane lane, int atMost) {
    List<Held> found = new ArrayList<>();
    long last = id;
    while (found.size() < atMost) {
      long above = last;
      if (!spool.guarded(() -> isOnDiskAbove(above))) {
        break;
      }
      List<Row> rows = rows(last, lane, atMost - found.size());
      if (rows.isEmpty()) {
        break;
      }
      last = rows.get(rows.size() - 1).id();
      found.addAll(spool.guarded(() -> current(rows)));
    }
    long from = last;
    found.addAll(spool.guarded(() -> waiting(from, lane, atMost - found.size())));
    return found;
  }

  /** Whether anything that is held above the id is on the disk only; mostly nothing is. */
  private boolean isOnDiskAbove(long id) {
    Ledger ledger = spool.ledger();
    return ledger.held().countAbove(id) > ledger.waiting().tailMap(id, false).size();
  }

  /** What became of the rows since they were written: covered and dropped ones are left out. */
  private List<Held> current(List<Row> rows) {
    List<Held> current = new ArrayList<>();
    for (Row row : rows) {
      if (spool.ledger().holds(row.id())) {
        Waiting newer = spool.ledger().waiting().get(row.id());
        current.add(newer == null ? held(row) : newer.message());
      }
    }
    return current;
  }

  private Held held(Row row) {
    Boot boot = spool.ledger().bootOf(row.id());
    return new Held(
        row.id(), row.channel(), boot.id(), row.id() - boot.base(), row.at(), row.body());
  }

  private List<Held> waiting(long above, Lane lane, int atMost) {
    return spool.ledger().waiting().tailMap(above, false).values().stream()
        .map(Waiting::message)
        .filter(message -> message.isReadings() == (lane == Lane.READINGS))
        .limit(Math.max(0, atMost))
        .toList();
  }

  Optional<Held> message(long id) {
    Optional<Held> newest =
        spool.guarded(
            () -> Optional.ofNullable(spool.ledger().waiting().get(id)).map(Waiting::message));
    if (newest.isPresent() || !spool.guarded(() -> spool.ledger().holds(id))) {
      return newest;
    }
    try {
      return disk.message(id).map(row -> spool.guarded(() -> held(row)));
    } catch (SQLException e) {
      LOG.error("spool={} read=failed error=\"{}\"", spool.name(), e.getMessage());
      return Optional.empty();
    }
  }

  private List<Row> rows(long above, Lane lane, int atMost) {
    try {
      return disk.after(above, lane, atMost);
    } catch (SQLException e) {
      LOG.error("spool={} read=failed error=\"{}\"", spool.name(), e.getMessage());
      return List.of();
    }
  }
}
