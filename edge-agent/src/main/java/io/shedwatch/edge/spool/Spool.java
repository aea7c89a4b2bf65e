package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.Outbox;
import io.shedwatch.edge.uplink.Backlog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** One shed's spool, opened: every open is a new boot. */
public final class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /** 2020-01-01T00:00Z, epoch milliseconds; a clock before it was never set. */
  private static final long CLOCK_WAS_SET = 1_577_836_800_000L;

  /** Of the memory that takes the disk's place when a disk cannot be opened any more. */
  private static final Room ROOM_IN_MEMORY = new Room(2_000_000, 5_000);

  /**
   * Whose spool it is.
   *
   * @param agent name and version, for the births
   */
  public record Owner(ShedAddress address, int sockets, String agent) {}

  /**
   * Times and chance, from the main.
   *
   * @param place epoch milliseconds at the place
   * @param toPlace from the loop's time to the place's
   * @param nanoTime monotonic nanoseconds: commits are grouped in real time, whatever the place's
   */
  public record Sources(
      InstantSource place,
      LongUnaryOperator toPlace,
      LongSupplier nanoTime,
      RandomGenerator random) {}

  private final SqliteSpool core;
  private final SpoolWriter writer;
  private final Sources sources;
  private final SpoolMemory memory;
  private final SpoolOutbox outbox;
  private final SpoolBacklog backlog;
  private final Runnable round;

  private Spool(SqliteSpool core, Owner owner, Sources sources, SpoolWriter writer) {
    this.core = core;
    this.writer = writer;
    this.sources = sources;
    OpenAlarms open = new OpenAlarms(core, owner.address());
    this.memory = new SpoolMemory(core, owner.address());
    this.outbox = new SpoolOutbox(core, open, memory, sources.toPlace());
    this.backlog =
        new SpoolBacklog(core, open, new SpoolBacklog.Sender(owner.agent(), owner.sockets()));
    core.wakeWriterBy(writer::wake);
    this.round =
        () -> {
          outbox.tellDisk();
          outbox.sendMerged();
          core.flushIfDue();
        };
    writer.add(round);
  }

  /**
   * Opens the file, or makes it, and begins a new boot. A damaged file is moved aside; a disk that
   * held the spool before and refuses now is replaced by memory, because protecting goes on.
   *
   * @throws IOException with a sentence for the installer: the folder is missing or not writable,
   *     or another process has the file
   */
  public static Spool open(SpoolSettings settings, Owner owner, Sources sources, SpoolWriter writer)
      throws IOException {
    String name = owner.address().toString();
    try {
      return on(disk(settings, name, sources.place().millis()), owner, sources, writer);
    } catch (SQLException e) {
      throw new IOException("spool " + settings.file() + ": " + e.getMessage(), e);
    }
  }

  static Spool on(SqliteDisk disk, Owner owner, Sources sources, SpoolWriter writer)
      throws SQLException {
    Boot boot = next(disk.boots(), lastId(disk), sources);
    SqliteSpool core =
        new SqliteSpool(
            owner.address().toString(), disk, boot, sources.place(), sources.nanoTime());
    core.flush(); // The boot's number is on the disk before anybody hears it.
    LOG.info(
        "spool={} boot={} bootNumber={} held={} dropped={} lasting={}",
        core.name(),
        boot.id(),
        boot.number(),
        core.guarded(() -> core.ledger().held().size()),
        core.guarded(() -> core.ledger().dropped().size()),
        disk.isLasting());
    return new Spool(core, owner, sources, writer);
  }

  private static SqliteDisk disk(SpoolSettings settings, String name, long now)
      throws SQLException, IOException {
    Path file = settings.file();
    boolean existed = Files.exists(file);
    try {
      return SqliteDisk.on(SqliteFile.open(file.toString()), settings.room());
    } catch (SQLException e) {
      SQLiteErrorCode code =
          e instanceof SQLiteException sqlite
              ? sqlite.getResultCode()
              : SQLiteErrorCode.UNKNOWN_ERROR;
      if (isOneOf(code, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED)) {
        throw new IOException(
            "another process uses the spool " + file + ": is an agent running?", e);
      }
      if (isOneOf(code, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB)) {
        return afterMovingAside(settings, name, now, e);
      }
      if (!existed || code == SQLiteErrorCode.UNKNOWN_ERROR) {
        throw new IOException(
            "the spool "
                + file
                + " cannot be made: "
                + e.getMessage()
                + " (folder missing, or not"
                + " writable by this user?)",
            e);
      }
      LOG.error("spool={} disk=refuses instead=memory", name, e);
      return SqliteDisk.on(SqliteFile.open(SqliteFile.IN_MEMORY), ROOM_IN_MEMORY);
    }
  }

  private static SqliteDisk afterMovingAside(
      SpoolSettings settings, String name, long now, SQLException damage)
      throws IOException, SQLException {
    Path file = settings.file();
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + now);
    Files.move(file, aside);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    LOG.error("spool={} damaged=true movedTo={}", name, aside, damage);
    return SqliteDisk.on(SqliteFile.open(file.toString()), settings.room());
  }

  private static boolean isOneOf(SQLiteErrorCode code, SQLiteErrorCode one, SQLiteErrorCode other) {
    // Extended codes carry the primary one in their low byte.
    int primary = code.code & 0xff;
    return primary == one.code || primary == other.code;
  }

  private static long lastId(SqliteDisk disk) throws SQLException {
    long last = Math.max(disk.held().last(), disk.dropped().last());
    for (Boot boot : disk.boots()) {
      last = Math.max(last, boot.base());
    }
    return last;
  }

  /**
   * The next boot. A fresh file counts from the seconds since 2020, so that the box with a new card
   * comes after all boots of the old card.
   */
  private static Boot next(List<Boot> boots, long base, Sources sources) {
    long fresh = Math.max(1, (sources.place().millis() - CLOCK_WAS_SET) / 1_000);
    long number = boots.isEmpty() ? fresh : boots.get(boots.size() - 1).number() + 1;
    String id = String.format(Locale.ROOT, "%08x", sources.random().nextInt());
    return new Boot(number, new BootId(id), base);
  }

  /** The machine's clock was set back: a new boot begins, in the life of this process. */
  public void beginBoot() {
    Boot boot =
        core.guarded(
            () -> {
              Ledger ledger = core.ledger();
              ledger.begin(next(List.of(ledger.boot()), ledger.lastId(), sources));
              return ledger.boot();
            });
    LOG.warn("spool={} boot={} why=clock-set-back", core.name(), boot.id());
    core.flush();
  }

  /** Who is told that there is more to send; must return at once. */
  public void onAppend(Runnable listener) {
    core.onAppend(listener);
  }

  public Outbox outbox() {
    return outbox;
  }

  public Memory memory() {
    return memory;
  }

  public Backlog backlog() {
    return backlog;
  }

  /** The seq drawn last in the present boot; 0 before the first. */
  long newestSeq() {
    return core.guarded(() -> core.ledger().nextSeq() - 1);
  }

  /** Whether everything new is in memory only. */
  boolean isInTrouble() {
    return core.inTrouble();
  }

  /** What was dropped and is not yet known to the server. */
  List<SeqRange> droppedRanges() {
    return core.guarded(() -> core.ledger().seqRanges(core.ledger().dropped()));
  }

  /** Brings everything to the disk. */
  void flush() {
    core.flush();
  }

  @Override
  public void close() {
    writer.remove(round);
    core.close();
  }
}
