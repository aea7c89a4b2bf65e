package io.shedwatch.server.readings;

import io.shedwatch.server.readings.ReadingsState.Way;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/** This room, started: {@link #sink} for the lanes, {@link #history} for charts. */
public final class ReadingRoom implements AutoCloseable {
  private final ReadingStore store;
  private final ReadingSpool spool;
  private final RollUps rollUps;
  private final StoreWay way;
  private final SpoolDrain drain;
  private final ReadingWriter writer;
  private final ReadingCharts charts;
  // Closed last in, first out.
  private final Deque<AutoCloseable> parts = new ArrayDeque<>();

  private ReadingRoom(ReadingStore store, ReadingsSettings settings, InstantSource clock)
      throws IOException {
    Path folder = settings.folder().resolve(settings.site().value());
    this.store = opened(store);
    RollUpJournal journal = opened(SqliteRollUpJournal.open(folder));
    this.spool = opened(FileReadingSpool.open(folder.resolve("spool"), settings.spoolBytes()));
    this.rollUps = new RollUps(store, journal, settings.retention(), clock);
    this.way = new StoreWay(store, rollUps);
    this.drain = opened(new SpoolDrain(spool, way, clock));
    this.writer = opened(new ReadingWriter(way, spool, drain, clock));
    this.charts = new ReadingCharts(store, rollUps::finishedUntil, clock);
  }

  /**
   * Opens the store and the spool and begins to drain what the spool holds. An InfluxDB that is
   * away is no error here.
   *
   * @throws IOException when the folder cannot be used
   */
  public static ReadingRoom start(ReadingsSettings settings, InstantSource clock)
      throws IOException {
    ReadingStore store =
        settings.influx().isPresent()
            ? InfluxReadingStore.open(
                settings.site(), settings.influx().get(), settings.retention())
            : SqliteReadingStore.open(
                settings.site(), settings.folder(), settings.retention(), clock);
    return start(store, settings, clock);
  }

  /** With a store of the caller's; closes it in the end. */
  static ReadingRoom start(ReadingStore store, ReadingsSettings settings, InstantSource clock)
      throws IOException {
    ReadingRoom room = new ReadingRoom(store, settings, clock);
    room.drain.start();
    room.writer.start();
    room.opened(new RollUpLoop(room.rollUps, store, clock)).start();
    return room;
  }

  private <T extends AutoCloseable> T opened(T part) {
    parts.push(part);
    return part;
  }

  public ReadingSink sink() {
    return writer;
  }

  public ReadingHistory history() {
    return charts;
  }

  public ReadingStore store() {
    return store;
  }

  /** How the way into the store is doing now; cheap. */
  public ReadingsState state() {
    Way where = writer.isBlocked() ? Way.BLOCKED : spool.isEmpty() ? Way.DIRECT : Way.SPOOLING;
    String trouble = where == Way.BLOCKED ? writer.trouble() + "; " + way.trouble() : way.trouble();
    return new ReadingsState(
        where,
        writer.queued(),
        spool.bytes(),
        drain.ageMillis(),
        way.stored(),
        way.refused(),
        trouble);
  }

  /** Shows this room's numbers. */
  public void show(Gauges gauges) {
    gauges.gauge("readings.queued", () -> state().queued());
    gauges.gauge("readings.spool.bytes", () -> state().spoolBytes());
    gauges.gauge("readings.spool.age.seconds", () -> state().spoolAgeMillis() / 1000.0);
    gauges.gauge("readings.stored.total", () -> state().stored());
    gauges.gauge("readings.refused.total", () -> state().refused());
    gauges.gauge("readings.blocked", () -> state().way() == Way.BLOCKED ? 1 : 0);
    gauges.gauge("readings.rollups.behind.seconds", rollUps::behindSeconds);
  }

  /** Keeps what the lanes brought, then ends the threads and closes the files. */
  @Override
  public void close() {
    while (!parts.isEmpty()) {
      try {
        parts.pop().close();
      } catch (Exception e) {
        throw new IllegalStateException("the readings' room did not close", e);
      }
    }
  }
}
