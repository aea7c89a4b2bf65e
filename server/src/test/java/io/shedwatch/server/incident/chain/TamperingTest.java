package io.shedwatch.server.incident.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.incident.IncidentEvent;
import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.io.TempDir;

/**
 * A thousand seeded tamperings with an exported log, by somebody who knows the rule and can compute
 * hashes; all are found by the offline verifier. The owner kept one hash and the photos' folder is
 * handed over with the log.
 */
final class TamperingTest {
  @TempDir static Path folder;

  /** What the one who tampers does. */
  private enum Trick {
    CHANGE,
    CHANGE_AND_SEAL,
    DELETE,
    DELETE_AND_RENUMBER,
    INSERT,
    REORDER,
    REPEAT,
    CUT_TAIL,
    REWRITE_SUFFIX,
    REWRITE_ALL,
    CHANGE_TEXT,
    SWAP_TEXTS,
    SWAP_PHOTO,
    ADD_PHOTO
  }

  @Seeds(1000)
  void everyTamperingIsFound(long seed) throws IOException {
    Random random = new Random(seed);
    RandomLog log = new RandomLog(random);
    List<LogEntry> entries = new ArrayList<>(log.entries());
    String kept = entries.get(entries.size() - 1).hash();
    Trick trick = Trick.values()[(int) (seed % Trick.values().length)];

    Path photos = photos(log);
    play(trick, entries, photos, random);
    Path file = Files.write(folder.resolve("log.jsonl"), RandomLog.lines(entries));

    assertThat(FileVerifyLog.verify(file, Set.of(kept), Optional.of(photos)).findings())
        .as("%s", trick)
        .isNotEmpty();
  }

  @Seeds(200)
  void anUntouchedLogAlwaysPasses(long seed) throws IOException {
    Random random = new Random(seed);
    RandomLog log = new RandomLog(random);
    List<LogEntry> entries = log.entries();
    Set<String> kept = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      kept.add(entries.get(random.nextInt(entries.size())).hash());
    }
    Path file = Files.write(folder.resolve("log.jsonl"), RandomLog.lines(entries));

    Verdict verdict = FileVerifyLog.verify(file, kept, Optional.of(photos(log)));

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.events()).isEqualTo(entries.size());
    assertThat(verdict.files()).isEqualTo(log.photos().size());
    assertThat(verdict.absent()).isZero();
  }

  @Seeds(200)
  void erasedTextsAndPhotosLeaveTheLogWhole(long seed) throws IOException {
    Random random = new Random(seed);
    RandomLog log = new RandomLog(random);
    List<LogEntry> erased =
        log.entries().stream()
            .map(
                entry ->
                    new LogEntry(
                        entry.site(),
                        entry.number(),
                        entry.event(),
                        entry.previousHash(),
                        entry.hash(),
                        random.nextBoolean() ? entry.texts() : List.of()))
            .toList();
    Path file = Files.write(folder.resolve("log.jsonl"), RandomLog.lines(erased));

    Verdict verdict = FileVerifyLog.verify(file, Set.of(), Optional.empty());

    assertThat(verdict.findings()).isEmpty();
    assertThat(verdict.absent()).isEqualTo(2L * log.photos().size() - verdict.texts()).isPositive();
  }

  private static Path photos(RandomLog log) throws IOException {
    Path photos = folder.resolve("photos");
    Files.createDirectories(photos);
    try (var old = Files.list(photos)) {
      for (Path file : old.toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, byte[]> photo : log.photos().entrySet()) {
      Files.write(photos.resolve(photo.getKey() + ".jpg"), photo.getValue());
    }
    return photos;
  }

  private static void play(Trick trick, List<LogEntry> entries, Path photos, Random random)
      throws IOException {
    int last = entries.size() - 1;
    int at = random.nextInt(entries.size());
    LogEntry entry = entries.get(at);
    String field = List.of("who", "at", "event", "detail").get(random.nextInt(4));
    IncidentEvent forged = RandomLog.forged(entry.event(), field);
    switch (trick) {
      case CHANGE -> entries.set(at, with(entry, forged));
      case CHANGE_AND_SEAL -> entries.set(at, seal(entry, entry.number(), forged));
      case DELETE -> entries.remove(Math.min(at, last - 1));
      case DELETE_AND_RENUMBER -> {
        entries.remove(Math.min(at, last - 1));
        rewrite(entries, Math.min(at, last - 1), entries.size() - 2);
      }
      case INSERT -> entries.add(at, seal(entry, entry.number(), forged));
      case REORDER -> entries.add(random.nextInt(last), entries.remove(last));
      case REPEAT -> entries.add(Math.min(at + 1, last), entry);
      case CUT_TAIL -> entries.subList(1 + random.nextInt(last), entries.size()).clear();
      case REWRITE_SUFFIX -> {
        entries.set(at, with(entry, forged));
        rewrite(entries, at, last);
      }
      case REWRITE_ALL -> {
        entries.set(0, with(entries.get(0), RandomLog.forged(entries.get(0).event(), field)));
        rewrite(entries, 0, last);
      }
      case CHANGE_TEXT -> withTexts(entries, List.of(changed(entries.get(0).texts().get(0))));
      case SWAP_TEXTS ->
          withTexts(entries, List.of(new RandomLog(random).text("another text, well hashed")));
      case SWAP_PHOTO -> {
        try (var all = Files.list(photos)) {
          Files.writeString(all.sorted().findFirst().orElseThrow(), "another photo");
        }
      }
      case ADD_PHOTO -> Files.writeString(photos.resolve("ab".repeat(32) + ".jpg"), "new");
    }
  }

  private static LogEntry with(LogEntry entry, IncidentEvent event) {
    return new LogEntry(
        entry.site(), entry.number(), event, entry.previousHash(), entry.hash(), entry.texts());
  }

  private static LogEntry seal(LogEntry entry, long number, IncidentEvent event) {
    return RandomLog.sealed(entry.site(), number, entry.previousHash(), event, entry.texts());
  }

  private static void rewrite(List<LogEntry> entries, int from, int to) {
    for (int i = from; i <= to; i++) {
      String previous = i == 0 ? "0".repeat(64) : entries.get(i - 1).hash();
      LogEntry entry = entries.get(i);
      entries.set(
          i, RandomLog.sealed(entry.site(), i + 1L, previous, entry.event(), entry.texts()));
    }
  }

  private static LogEntry.Text changed(LogEntry.Text text) {
    return new LogEntry.Text(text.digest(), text.salt(), text.body() + "!");
  }

  private static void withTexts(List<LogEntry> entries, List<LogEntry.Text> texts) {
    LogEntry first = entries.get(0);
    entries.set(
        0,
        new LogEntry(
            first.site(),
            first.number(),
            first.event(),
            first.previousHash(),
            first.hash(),
            texts));
  }
}
