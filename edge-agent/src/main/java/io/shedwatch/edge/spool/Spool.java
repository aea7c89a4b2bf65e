package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.Outbox;
import io.shedwatch.edge.uplink.Backlog;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.LongUnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shed's spool, opened: every open is a new boot. */
public final class Spool implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Spool.class);

  /** 2020-01-01T00:00Z, epoch milliseconds; a clock before it was never set. */
  private static final long CLOCK_WAS_SET = 1_577_836_800_000L;

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
    long now = sources.place().millis();
    return on(SqliteOpening.disk(settings, name, now), owner, sources, writer);
  }

  static Spool on(SqliteDisk disk, Owner owner, Sources sources, SpoolWriter writer)
      throws IOException {
    Past past = disk.past();
    Boot boot = next(past.boots(), past.lastId(), sources);
    SqliteSpool core =
        new SqliteSpool(owner.address().toString(), disk, past.ledger(boot), past.kept(), sources);
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
