package io.shedwatch.server.readings;

import static io.shedwatch.server.readings.ReadingStoreContract.S01;
import static io.shedwatch.server.readings.ReadingStoreContract.message;
import static io.shedwatch.server.readings.ReadingStoreContract.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was kept is given back in order, whatever happens to the process; never a torn batch. */
final class FileReadingSpoolTest {
  private static final long AMPLE = 1L << 30;

  @TempDir private Path folder;

  private static List<ShedReadings> batch(int number) {
    return List.of(message(S01, 1_000L + number, reading(1, number, number)));
  }

  private static int number(ReadingSpool.Waiting waiting) {
    return (int) waiting.batch().get(0).at() - 1_000;
  }

  private static List<Integer> drained(ReadingSpool spool) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    while (!spool.isEmpty()) {
      numbers.add(number(spool.oldest().orElseThrow()));
      spool.removeOldest();
    }
    return numbers;
  }

  @Test
  void givesBackWhatItTookWithItsTimeInOrder() throws IOException {
    try (FileReadingSpool spool = FileReadingSpool.open(folder, AMPLE)) {
      assertThat(spool.isEmpty()).isTrue();
      List<ShedReadings> whole =
          List.of(
              message(S01, 7, reading(1, 2.5, 100), reading(2, Double.NaN, 3)),
              message(S01, 8, reading(1, 0, 101)));
      assertThat(spool.append(42, whole)).isTrue();
      assertThat(spool.append(43, batch(1))).isTrue();
      assertThat(spool.oldest()).contains(new ReadingSpool.Waiting(42, whole));
      spool.removeOldest();
      assertThat(drained(spool)).containsExactly(1);
      assertThat(spool.isEmpty()).isTrue();
      assertThat(spool.bytes()).isZero();
    }
    assertThat(files()).as("disk space comes back").isEmpty();
  }

  @Test
  void aFullSpoolRefusesAndKeepsWhatItHas() throws IOException {
    try (FileReadingSpool spool = FileReadingSpool.open(folder, 1_000)) {
      int kept = 0;
      while (spool.append(0, batch(kept))) {
        kept++;
      }
      assertThat(kept).isPositive();
      assertThat(spool.bytes()).isLessThanOrEqualTo(1_000);
      assertThat(spool.append(0, batch(99))).isFalse();
      assertThat(number(spool.oldest().orElseThrow())).isZero();
      assertThat(drained(spool)).hasSize(kept);
      assertThat(spool.append(0, batch(99))).as("there is room again").isTrue();
    }
  }

  @Test
  void aDamagedFileIsKeptAsideAndTheOthersAreGiven() throws IOException {
    try (FileReadingSpool spool = FileReadingSpool.open(folder, AMPLE)) {
      spool.append(0, batch(0));
      spool.append(0, batch(1));
    }
    Path file = files().get(0);
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 12); // In the first of two frames.
    }
    try (FileReadingSpool spool = FileReadingSpool.open(folder, AMPLE)) {
      spool.append(0, batch(2));
      assertThat(drained(spool)).containsExactly(2);
    }
    assertThat(files()).singleElement().asString().endsWith(".damaged");
  }

  /** A kill leaves any beginning of the newest frame behind, or zeros, after a loss of power. */
  @Seeds(100)
  void aKillAtAnyInstantLosesNothingThatWasKept(long seed) throws IOException {
    Random random = new Random(seed);
    Path place = folder.resolve("seed-" + seed);
    int given = 0;
    int kept = 0;
    FileReadingSpool spool = FileReadingSpool.open(place, AMPLE);
    for (int life = 0; life < 5; life++) {
      for (int i = random.nextInt(5); i > 0; i--) {
        assertThat(spool.append(0, batch(kept))).isTrue();
        kept++;
      }
      int taken = given;
      for (int i = random.nextInt(4); i > 0 && !spool.isEmpty(); i--) {
        // After a kill, what was taken from a file that still stands is given again.
        int number = number(spool.oldest().orElseThrow());
        assertThat(number).isLessThanOrEqualTo(taken);
        taken = Math.max(taken, number + 1);
        spool.removeOldest();
      }
      given = taken;
      tearTail(place, random);
      spool = FileReadingSpool.open(place, AMPLE);
    }
    List<Integer> rest = drained(spool);
    spool.close();
    for (int number = given; number < kept; number++) {
      assertThat(rest).contains(number);
    }
    assertThat(rest).isSorted().doesNotHaveDuplicates();
  }

  /** Appends a piece of a frame that never counted. */
  private static void tearTail(Path place, Random random) throws IOException {
    List<Path> files = files(place);
    if (files.isEmpty() || random.nextBoolean()) {
      return;
    }
    byte[] torn = new byte[1 + random.nextInt(60)];
    if (random.nextBoolean()) {
      ByteBuffer.wrap(torn, 0, Math.min(4, torn.length))
          .put(new byte[] {0, 0, 0, 90}, 0, Math.min(4, torn.length));
    }
    Files.write(files.get(files.size() - 1), torn, StandardOpenOption.APPEND);
  }

  private List<Path> files() throws IOException {
    return files(folder);
  }

  private static List<Path> files(Path place) throws IOException {
    try (Stream<Path> all = Files.list(place)) {
      return all.sorted(Comparator.comparing(Path::toString)).toList();
    }
  }
}
