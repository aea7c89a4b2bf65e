package io.shedwatch.edge.spool;

import io.shedwatch.contract.Channel;
import io.shedwatch.edge.spool.Room.Load;
import io.shedwatch.edge.spool.SqliteMessages.Row;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.io.IOException;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The disk's side of one spool: writes batches, drops what has no room, reads back. Guarded by its
 * owner's disk lock.
 */
final class SqliteDisk implements AutoCloseable {
  /** Set-aside messages are for a person to look at; beyond this the oldest is forgotten. */
  private static final int MAX_ASIDES = 1_000;

  /** Readings are dropped in steps of this many, so that a step needs little memory. */
  private static final int STEP = 500;

  /** 2020-01-01T00:00Z: a clock before this was never set, and ages by it mean nothing. */
  private static final long CLOCK_WAS_SET = 1_577_836_800_000L;

  private final SqliteFile file;
  private final SqliteMessages messages;
  private final SqliteBooks books;
  private final Room room;
  private final Set<Long> bootNumbers = new HashSet<>();
  private Map<Channel, Load> loads;
  private IdRanges dropped;

  private SqliteDisk(SqliteFile file, Room room) throws SQLException {
    this.file = file;
    this.room = room;
    this.messages = new SqliteMessages(file);
    this.books = new SqliteBooks(file);
    this.loads = messages.load(0, Long.MAX_VALUE);
    this.dropped = books.dropped();
    books.boots().forEach(boot -> bootNumbers.add(boot.number()));
  }

  /** Takes the file over, and closes it when it cannot be read. */
  static SqliteDisk on(SqliteFile file, Room room) throws SQLException {
    try {
      return new SqliteDisk(file, room);
    } catch (SQLException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** Whether what it holds survives the process. */
  boolean isLasting() {
    return file.isLasting();
  }

  /**
   * What earlier lives left.
   *
   * @throws IOException when it cannot be read
   */
  Past past() throws IOException {
    try {
      return new Past(books.boots(), messages.ids(), dropped.copy(), books.kept());
    } catch (SQLException e) {
      throw new IOException("the spool cannot be read: " + e.getMessage(), e);
    }
  }

  List<Row> after(long id, Lane lane, int atMost) throws SQLException {
    return messages.after(id, lane, atMost);
  }

  Optional<Row> message(long id) throws SQLException {
    return messages.message(id);
  }

  /**
   * Writes all of the batch or nothing.
   *
   * @return the ids that had to go for want of room or for age; the file declares them already
   */
  IdRanges write(Batch batch) throws SQLException {
    Map<Channel, Load> loadsBefore = new EnumMap<>(Channel.class);
    loadsBefore.putAll(loads);
    IdRanges victims = new IdRanges();
    IdRanges droppedAfter = batch.dropped().copy();
    try {
      file.inTransaction(
          () -> {
            writeBoots(batch.boots());
            for (Batch.Aside aside : batch.asides()) {
              messages.setAside(aside.message(), aside.why(), MAX_ASIDES);
            }
            delete(batch.covered());
            delete(without(batch.dropped(), dropped));
            insert(batch.messages(), batch.dropped());
            addOutdated(batch.oldestReadings(), victims);
            delete(victims);
            dropForRoom(victims);
            droppedAfter.addAll(victims);
            writeDropped(droppedAfter);
            for (Map.Entry<String, Optional<String>> kept : batch.kept().entrySet()) {
              books.keep(kept.getKey(), kept.getValue());
            }
          });
    } catch (SQLException | RuntimeException e) {
      loads = loadsBefore;
      throw e;
    }
    dropped = droppedAfter;
    bootNumbers.clear();
    batch.boots().forEach(boot -> bootNumbers.add(boot.number()));
    return victims;
  }

  private void writeBoots(List<Boot> boots) throws SQLException {
    Set<Long> gone = new HashSet<>(bootNumbers);
    for (Boot boot : boots) {
      if (!gone.remove(boot.number())) {
        books.insert(boot);
      }
    }
    for (Long number : gone) {
      books.deleteBoot(number);
    }
  }

  private void insert(List<Held> batch, IdRanges goneAlready) throws SQLException {
    for (Held message : batch) {
      if (message.channel() == Channel.STATUS) {
        // A birth is written again under its id until it is sent.
        deleteRange(message.id(), message.id());
      }
      if (!goneAlready.contains(message.id())) {
        messages.put(message);
        loads.merge(message.channel(), Load.ofBody(message.body().length), Load::plus);
      }
    }
  }

  private void delete(IdRanges ids) throws SQLException {
    for (IdRanges.Range range : ids.ranges()) {
      deleteRange(range.from(), range.to());
    }
  }

  private void deleteRange(long from, long to) throws SQLException {
    for (Map.Entry<Channel, Load> gone : messages.load(from, to).entrySet()) {
      loads.merge(gone.getKey(), gone.getValue(), Load::minus);
    }
    messages.deleteMessages(from, to);
  }

  private void addOutdated(long oldestReadings, IdRanges victims) throws SQLException {
    long after = 0;
    while (oldestReadings > 0) {
      List<Row> rows = messages.oldest(Channel.READINGS, Channel.READINGS, after, STEP);
      long found = 0;
      for (Row row : rows) {
        after = row.id();
        if (row.at() >= CLOCK_WAS_SET && row.at() < oldestReadings) {
          victims.add(row.id());
          found++;
        }
      }
      if (found == 0) {
        return; // Later readings are younger.
      }
    }
  }

  private void dropForRoom(IdRanges victims) throws SQLException {
    Load alarms = load(Channel.ALARMS).plus(load(Channel.OUTCOMES));
    Room.Excess excess = room.excess(load(Channel.READINGS), load(Channel.STATUS), alarms);
    if (excess.isNone()) {
      return;
    }
    IdRanges gone = new IdRanges();
    addOldest(Channel.READINGS, Channel.READINGS, excess.readings(), gone);
    addOldest(Channel.STATUS, Channel.STATUS, excess.births(), gone);
    addOldest(Channel.ALARMS, Channel.OUTCOMES, excess.alarms(), gone);
    delete(gone);
    victims.addAll(gone);
  }

  private void addOldest(Channel one, Channel other, Load excess, IdRanges victims)
      throws SQLException {
    Load freed = Load.NONE;
    long after = 0;
    while (!freed.covers(excess)) {
      List<Row> rows = messages.oldest(one, other, after, STEP);
      if (rows.isEmpty()) {
        return;
      }
      for (Row row : rows) {
        if (!freed.covers(excess)) {
          victims.add(row.id());
          freed = freed.plus(Load.ofBody(row.body().length));
        }
        after = row.id();
      }
    }
  }

  private Load load(Channel channel) {
    return loads.getOrDefault(channel, Load.NONE);
  }

  private void writeDropped(IdRanges after) throws SQLException {
    Set<IdRanges.Range> before = new HashSet<>(dropped.ranges());
    Set<IdRanges.Range> wanted = new HashSet<>(after.ranges());
    for (IdRanges.Range range : before) {
      if (!wanted.contains(range)) {
        books.deleteDropped(range.from());
      }
    }
    for (IdRanges.Range range : wanted) {
      if (!before.contains(range)) {
        books.insertDropped(range);
      }
    }
  }

  private static IdRanges without(IdRanges ids, IdRanges others) {
    IdRanges rest = ids.copy();
    rest.removeAll(others);
    return rest;
  }

  @Override
  public void close() throws SQLException {
    file.close();
  }
}
