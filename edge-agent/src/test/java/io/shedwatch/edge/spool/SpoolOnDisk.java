package io.shedwatch.edge.spool;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;

/** A real spool in a folder of a test, with a clock that the test sets. */
final class SpoolOnDisk implements AutoCloseable {
  static final ShedAddress ADDRESS = ShedAddress.of("liuxi", "s01");
  static final long NOON = 1_767_225_600_000L;

  final AtomicLong millis = new AtomicLong(NOON);
  private final SpoolWriter writer = new SpoolWriter();
  private final List<Spool> opened = new ArrayList<>();
  private final Path folder;
  private final Random random = new Random(1);
  private final int megabytes;
  private final int messages;
  private Path file;
  private Spool spool;
  private int lives;

  SpoolOnDisk(Path folder) throws IOException {
    this(folder, SpoolSettings.DEFAULT_MEGABYTES, SpoolSettings.DEFAULT_MESSAGES);
  }

  SpoolOnDisk(Path folder, int megabytes, int messages) throws IOException {
    this.folder = folder;
    this.megabytes = megabytes;
    this.messages = messages;
    this.file = folder.resolve("spool.db");
    this.spool = open();
  }

  private Spool open() throws IOException {
    Spool fresh =
        Spool.open(
            new SpoolSettings(file, megabytes, messages),
            new Spool.Owner(ADDRESS, 11, "1.0.0"),
            new Spool.Sources(
                () -> Instant.ofEpochMilli(millis.get()), loop -> loop, System::nanoTime, random),
            writer);
    opened.add(fresh);
    return fresh;
  }

  Spool spool() {
    return spool;
  }

  Path file() {
    return file;
  }

  /**
   * What a kill leaves: the files as they lie there, opened again. The old spool keeps its own
   * files, which nobody reads any more.
   */
  void killAndRestart() throws IOException {
    lives++;
    Path next = folder.resolve("spool-" + lives + ".db");
    for (String suffix : List.of("", "-wal")) {
      Path from = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(from)) {
        Files.copy(from, next.resolveSibling(next.getFileName() + suffix));
      }
    }
    file = next;
    spool = open();
  }

  void closeAndRestart() throws IOException {
    spool.close();
    opened.remove(spool);
    spool = open();
  }

  /** All that is held, in the order of their ids. */
  List<Held> held() {
    List<Held> all = new ArrayList<>();
    for (Lane lane : Lane.values()) {
      all.addAll(spool.backlog().after(0, lane, Integer.MAX_VALUE));
    }
    all.sort(Comparator.comparingLong(Held::id));
    return all;
  }

  List<Stamped> messages() {
    return held().stream().map(SpoolOnDisk::message).toList();
  }

  static Stamped message(Held held) {
    Decoded decoded = new Codec().decode(new Topic(ADDRESS, held.channel()).name(), held.body());
    return (Stamped) ((Decoded.Good) decoded).message();
  }

  /** What the next readings message declares. */
  List<SeqRange> declared() {
    spool.outbox().readings(millis.get(), List.of());
    List<Held> all = held();
    return spool.backlog().declaredBy(all.get(all.size() - 1).id());
  }

  static Reading reading(int socket) {
    return new Reading(
        socket, Usage.CHARGING, RelayPosition.CLOSED, 221.4, 0.82, 176.2, 15_234.5, 31.5);
  }

  @Override
  public void close() {
    opened.forEach(Spool::close);
    writer.close();
  }
}
