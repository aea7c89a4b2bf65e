package io.shedwatch.edge.spool;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;

/**
 * A spool on SQLite in memory, on a time that the test owns. Its disk outlives the spool: what was
 * committed is there after a kill, what was not is gone. It can refuse to write.
 */
public final class SimulatedDisk implements AutoCloseable {
  public static final ShedAddress ADDRESS = ShedAddress.of("liuxi", "s01");
  public static final long NOON = 1_767_225_600_000L;

  /** The place's time, epoch milliseconds. */
  public final AtomicLong placeMillis = new AtomicLong(NOON);

  /** Monotonic time, milliseconds. */
  public final AtomicLong monotonicMillis = new AtomicLong(1_000);

  private final SqliteFile file;
  private final Spool.Owner owner;
  private final LongUnaryOperator toPlace;
  private final Room room;
  private final Random random;
  private SpoolWriter writer = SpoolWriter.inline();
  private Spool spool;

  public SimulatedDisk(long seed, long maxBytes, long maxMessages) {
    this(new Spool.Owner(ADDRESS, 11, "1.0.0"), loop -> loop, seed, maxBytes, maxMessages);
  }

  /**
   * Of that shed.
   *
   * @param toPlace from the loop's time to {@link #placeMillis}'s
   */
  public SimulatedDisk(
      Spool.Owner owner, LongUnaryOperator toPlace, long seed, long maxBytes, long maxMessages) {
    this.owner = owner;
    this.toPlace = toPlace;
    this.random = new Random(seed);
    this.room = new Room(maxBytes, maxMessages);
    try {
      this.file = SqliteFile.open("file::memory:");
      this.spool = open();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Spool open() throws SQLException, IOException {
    return Spool.on(
        SqliteDisk.on(file, room),
        owner,
        new Spool.Sources(
            () -> java.time.Instant.ofEpochMilli(placeMillis.get()),
            toPlace,
            () -> monotonicMillis.get() * 1_000_000,
            random),
        writer);
  }

  public Spool spool() {
    return spool;
  }

  /** The process is gone with all that was in memory; another one opens the spool. */
  public void killAndRestart() {
    writer = SpoolWriter.inline();
    try {
      spool = open();
    } catch (SQLException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Time passes, and the writer's thread has had its turn. */
  public void pass(long millis) {
    placeMillis.addAndGet(millis);
    monotonicMillis.addAndGet(millis);
    writer.wake();
  }

  /** From now on the disk has no room for another page, or has it again. */
  public void full(boolean now) {
    try (Statement statement = file.plainStatement()) {
      long pages = statement.executeQuery("PRAGMA page_count").getLong(1);
      statement.execute("PRAGMA max_page_count=" + (now ? pages : 1_000_000));
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** All that is held, in the order of the ids. */
  public List<Held> held() {
    List<Held> all = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      all.addAll(spool.backlog().after(0, lane, Integer.MAX_VALUE));
    }
    all.sort(Comparator.comparingLong(Held::id));
    return all;
  }

  @Override
  public void close() {
    spool.close();
  }
}
