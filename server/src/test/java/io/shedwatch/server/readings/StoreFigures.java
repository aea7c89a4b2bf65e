package io.shedwatch.server.readings;

import static io.shedwatch.server.readings.ReadingStoreContract.LIUXI;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.testkit.Influx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How fast the two stores take and give readings, in turns in one run; run by name only, for
 * docs/benchmarks.md.
 */
final class StoreFigures {
  private static final int SHEDS = 17;
  private static final int SOCKETS = 11;
  private static final int ROUNDS = 5;
  private static final int BATCHES = 40;
  private static final long HOUR = 3_600_000;
  private static final long NOW = Window.floor(InstantSource.system().millis(), HOUR);

  @TempDir private Path folder;

  private record Round(double pointsPerSecond, double dayMillis) {}

  @Test
  void pointsWrittenPerSecondAndAChartOfADay() throws IOException {
    List<Round> sqlite = new ArrayList<>();
    List<Round> influx = new ArrayList<>();
    try (Influx server = Influx.start(folder.resolve("influx"))) {
      for (int round = 0; round < ROUNDS; round++) {
        Path files = Files.createDirectories(folder.resolve("sqlite-" + round));
        try (ReadingStore store =
            SqliteReadingStore.open(LIUXI, files, Retention.DEFAULT, InstantSource.system())) {
          sqlite.add(round(store));
        }
        try (ReadingStore store =
            InfluxReadingStore.open(
                LIUXI, settings(server, "figures" + round), Retention.DEFAULT)) {
          influx.add(round(store));
        }
      }
    }
    System.out.println("SQLite   " + words(sqlite));
    System.out.println("InfluxDB " + words(influx));
  }

  private static InfluxSettings settings(Influx server, String database) {
    return new InfluxSettings(
        server.url(), InfluxSettings.Api.V1, Influx.USER, Influx.PASSWORD, "", "", database);
  }

  /** Batches as the writer makes them: every socket once in ten seconds, over the last day. */
  private static Round round(ReadingStore store) throws IOException {
    int points = 0;
    long at = NOW - 24 * HOUR;
    long began = System.nanoTime();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<ShedReadings> messages = new ArrayList<>();
      for (int size = 0; size < ReadingWriter.BATCH_READINGS; size += SHEDS * SOCKETS) {
        for (int shed = 1; shed <= SHEDS; shed++) {
          messages.add(message("s%02d".formatted(shed), at));
        }
        points += SHEDS * SOCKETS;
        at += 24 * HOUR / (BATCHES * 27);
      }
      store.write(messages);
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    ReadingCharts charts = new ReadingCharts(store, () -> 0, InstantSource.system());
    began = System.nanoTime();
    charts.read(new ShedId("s05"), 3, new Window(NOW - 24 * HOUR, NOW, 90_000));
    return new Round(points / seconds, (System.nanoTime() - began) / 1e6);
  }

  private static ShedReadings message(String shed, long at) {
    List<Reading> readings = new ArrayList<>();
    for (int socket = 1; socket <= SOCKETS; socket++) {
      double watts = 100 + at / 1_000 % 97 + socket;
      readings.add(
          new Reading(
              socket,
              Usage.CHARGING,
              RelayPosition.CLOSED,
              221.4,
              watts / 140,
              watts,
              at / 36_000 % 100_000,
              31.5));
    }
    return new ShedReadings(new ShedId(shed), at, readings);
  }

  private static String words(List<Round> rounds) {
    return "points/s %s, chart of a day ms %s"
        .formatted(
            sorted(rounds.stream().mapToDouble(Round::pointsPerSecond).toArray()),
            sorted(rounds.stream().mapToDouble(Round::dayMillis).toArray()));
  }

  private static String sorted(double[] values) {
    Arrays.sort(values);
    return "%.0f (%.0f to %.0f)"
        .formatted(values[values.length / 2], values[0], values[values.length - 1]);
  }
}
