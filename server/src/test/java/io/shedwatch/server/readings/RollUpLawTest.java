package io.shedwatch.server.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.RollUp.Level;
import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readings that come late, twice or after a restart, a store that is away now and then, meters that
 * are exchanged: in the end every roll-up is what all readings say, and every chart too.
 */
final class RollUpLawTest {
  private static final ShedId SHED = new ShedId("s01");
  private static final int SOCKETS = 2;
  private static final long HOUR = 3_600_000;
  private static final long BEGIN = 1_767_225_600_000L;
  private static final long END = BEGIN + 5 * HOUR;

  @TempDir private Path folder;

  /** A message on its way. */
  private record Flight(long arrivesAt, ShedReadings message) {}

  /** The store and its roll-ups, as one process after the other has them. */
  private final class Life {
    private final InMemoryReadingStore store = new InMemoryReadingStore(Retention.FOR_EVER);
    private final List<StepFunction> truth = new ArrayList<>();
    private final Path place;
    private final Random random;
    private long now = BEGIN;
    private RollUpJournal journal;
    private RollUps rollUps;
    private StoreWay way;

    Life(long seed) throws IOException {
      this.random = new Random(seed);
      this.place = Files.createDirectories(folder.resolve("seed-" + seed));
      for (int socket = 0; socket < SOCKETS; socket++) {
        truth.add(new StepFunction());
      }
      this.journal = SqliteRollUpJournal.open(place);
      begin();
    }

    private void begin() throws IOException {
      rollUps = new RollUps(store, journal, Retention.FOR_EVER, () -> Instant.ofEpochMilli(now));
      way = new StoreWay(store, rollUps);
    }

    private void restart() throws IOException {
      journal.close();
      journal = SqliteRollUpJournal.open(place);
      begin();
    }

    /** By exception: often when something happens, every five minutes otherwise, or a long gap. */
    private List<Flight> says() {
      List<Flight> flights = new ArrayList<>();
      for (int socket = 1; socket <= SOCKETS; socket++) {
        double wattHours = random.nextInt(1_000);
        long pause = 0;
        for (long at = BEGIN + random.nextInt(60_000); at < END; at += pause) {
          double watts = random.nextInt(4) == 0 ? 0 : random.nextInt(600);
          wattHours =
              random.nextInt(60) == 0
                  ? random.nextInt(3)
                  : wattHours + random.nextInt(600) * pause / (double) HOUR;
          Reading reading =
              new Reading(
                  socket,
                  Usage.CHARGING,
                  RelayPosition.CLOSED,
                  220,
                  watts / 220,
                  watts,
                  wattHours,
                  30);
          truth.get(socket - 1).add(at, reading);
          ShedReadings message = new ShedReadings(SHED, at, List.of(reading));
          flights.add(new Flight(at + delay(), message));
          if (random.nextInt(10) == 0) {
            flights.add(new Flight(at + delay(), message));
          }
          pause = pause();
        }
      }
      flights.sort(java.util.Comparator.comparingLong(Flight::arrivesAt));
      return flights;
    }

    private long pause() {
      int dice = random.nextInt(40);
      return dice == 0
          ? 900_000 + random.nextInt(3_000_000)
          : dice < 10 ? 60_000 + random.nextInt(240_000) : 1_000 + random.nextInt(30_000);
    }

    private long delay() {
      int dice = random.nextInt(50);
      return dice == 0 ? random.nextInt(3 * (int) HOUR) : random.nextInt(2_000);
    }

    void live() throws IOException {
      for (Flight flight : says()) {
        pass(flight.arrivesAt());
        while (!way.store(List.of(flight.message()))) {
          store.away(random.nextInt(3) > 0);
          pass(now + 5_000);
        }
        if (random.nextInt(200) == 0) {
          store.away(true);
        }
        if (random.nextInt(300) == 0) {
          restart();
        }
      }
      store.away(false);
      pass(END + 4 * HOUR);
      while (rollUps.work()) {
        // More is due at once.
      }
    }

    private void pass(long until) {
      now = Math.max(now, until);
      try {
        while (rollUps.work()) {
          // More is due at once.
        }
      } catch (IOException e) {
        assertThat(e).hasMessage("away");
      }
    }

    Map<Long, Point> kept(int socket, Level level) throws IOException {
      Map<Long, Point> points = new TreeMap<>();
      store.rollUps(
          Scope.socket(SHED, socket),
          level,
          BEGIN - HOUR,
          END + HOUR,
          rollUp -> points.put(rollUp.point().at(), rollUp.point()));
      return points;
    }
  }

  @Seeds(60)
  void everyRollUpIsWhatAllReadingsSay(long seed) throws IOException {
    Life life = new Life(seed);
    life.live();
    assertThat(life.rollUps.finishedUntil()).isGreaterThanOrEqualTo(END);
    for (int socket = 1; socket <= SOCKETS; socket++) {
      for (Level level : Level.values()) {
        Map<Long, StepFunction.Bucket> wanted = life.truth.get(socket - 1).buckets(level.millis());
        Map<Long, Point> kept = life.kept(socket, level);
        assertThat(kept.keySet()).as("%s of socket %d", level, socket).isEqualTo(wanted.keySet());
        kept.forEach((at, point) -> same(point, Objects.requireNonNull(wanted.get(at))));
      }
    }
    chartsOfAnyWindowSayTheSameInFewPoints(life);
    life.journal.close();
  }

  private static void same(Point point, StepFunction.Bucket wanted) {
    String what = "bucket at " + point.at();
    assertThat(point.heldMillis()).as(what).isEqualTo(wanted.heldMillis);
    assertThat(point.wattsMin()).as(what).isEqualTo(wanted.wattsMin);
    assertThat(point.wattsMax()).as(what).isEqualTo(wanted.wattsMax);
    if (wanted.heldMillis > 0) {
      assertThat(point.wattsMean())
          .as(what)
          .isCloseTo(wanted.wattMillis / wanted.heldMillis, within(1e-6));
    }
    double energy = Double.isNaN(point.wattHours()) ? 0 : point.wattHours();
    assertThat(energy).as("energy of the " + what).isCloseTo(wanted.wattHours, within(1e-6));
  }

  private static void chartsOfAnyWindowSayTheSameInFewPoints(Life life) throws IOException {
    ReadingCharts rolledUp =
        new ReadingCharts(
            life.store, life.rollUps::finishedUntil, () -> Instant.ofEpochMilli(life.now));
    // As if nothing were rolled up yet.
    ReadingCharts raw =
        new ReadingCharts(life.store, () -> BEGIN - HOUR, () -> Instant.ofEpochMilli(END + HOUR));
    for (int i = 0; i < 10; i++) {
      long from = BEGIN + life.random.nextInt(4 * (int) HOUR);
      Window window =
          new Window(from, from + life.random.nextInt((int) HOUR), life.random.nextInt(120_000));
      double wanted = life.truth.stream().mapToDouble(one -> energy(one, window.fitting())).sum();
      for (ReadingCharts charts : List.of(rolledUp, raw)) {
        List<Point> points = charts.readShed(SHED, window);
        assertThat(points).hasSizeLessThanOrEqualTo(Window.MAX_POINTS);
        double energy =
            points.stream().mapToDouble(Point::wattHours).filter(Double::isFinite).sum();
        assertThat(energy).as("energy in %s", window).isCloseTo(wanted, within(1e-6));
      }
    }
  }

  private static double energy(StepFunction truth, Window window) {
    long width = window.everyMillis() % 60_000 == 0 ? 60_000 : window.everyMillis();
    return truth.buckets(width).entrySet().stream()
        .filter(one -> one.getKey() >= window.from() && one.getKey() < window.to())
        .mapToDouble(one -> one.getValue().wattHours)
        .sum();
  }
}
