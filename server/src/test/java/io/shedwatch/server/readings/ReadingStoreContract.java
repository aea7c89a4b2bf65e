package io.shedwatch.server.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.readings.ReadingStore.Counter;
import io.shedwatch.server.readings.ReadingStore.Written;
import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every {@link ReadingStore} does, the twin as well as the real ones. */
abstract class ReadingStoreContract {
  static final SiteId LIUXI = new SiteId("liuxi");
  static final SiteId OTHER = new SiteId("other");
  static final ShedId S01 = new ShedId("s01");
  static final ShedId S02 = new ShedId("s02");
  static final long HOUR = 3_600_000;

  /** Real stores drop by the real time, so the tests live in the present: today's noon, UTC. */
  static final long NOON = Window.floor(InstantSource.system().millis(), 24 * HOUR) - 12 * HOUR;

  private ReadingStore store;

  /** An empty store of that site; the stores of one test share their place. */
  abstract ReadingStore open(SiteId site) throws IOException;

  @BeforeEach
  void openStore() throws IOException {
    store = open(LIUXI);
  }

  @AfterEach
  void closeStore() {
    store.close();
  }

  static Reading reading(int socket, double watts, double wattHours) {
    return new Reading(
        socket, Usage.CHARGING, RelayPosition.CLOSED, 221.4, watts / 221.4, watts, wattHours, 31.5);
  }

  static ShedReadings message(ShedId shed, long at, Reading... readings) {
    return new ShedReadings(shed, at, List.of(readings));
  }

  record At(long at, Reading reading) {}

  static List<At> raw(ReadingStore store, Scope scope, long from, long to) throws IOException {
    List<At> found = new ArrayList<>();
    int count = store.raw(scope, from, to, (at, reading) -> found.add(new At(at, reading)));
    assertThat(found).hasSize(count);
    return found;
  }

  @Test
  void givesBackWhatItTookWithItsMilliseconds() throws IOException {
    Reading full = reading(3, 176.2, 15_234.5);
    Written written = store.write(List.of(message(S01, NOON + 1, full)));
    assertThat(written).isEqualTo(new Written(1, 0));
    assertThat(raw(store, Scope.socket(S01, 3), NOON, NOON + 2))
        .containsExactly(new At(NOON + 1, full));
  }

  @Test
  void keepsWhatADeviceDoesNotMeasureAsNotMeasured() throws IOException {
    double none = Double.NaN;
    Reading bare = new Reading(1, Usage.FREE, RelayPosition.UNTOLD, none, none, none, none, none);
    Reading cold = new Reading(2, Usage.FINISHED, RelayPosition.OPEN, 230, 0, -0.001, 1e-7, -12.25);
    store.write(List.of(message(S01, NOON, bare, cold)));
    assertThat(raw(store, Scope.wholeShed(S01), NOON, NOON + 1))
        .containsExactlyInAnyOrder(new At(NOON, bare), new At(NOON, cold));
  }

  @Test
  void overwritesARedeliveredReadingInsteadOfDoublingIt() throws IOException {
    store.write(List.of(message(S01, NOON, reading(1, 100, 10))));
    store.write(List.of(message(S01, NOON, reading(1, 120, 11))));
    assertThat(raw(store, Scope.socket(S01, 1), NOON, NOON + HOUR))
        .containsExactly(new At(NOON, reading(1, 120, 11)));
  }

  @Test
  void windowIncludesItsStartAndExcludesItsEnd() throws IOException {
    for (long at : new long[] {NOON - 1, NOON, NOON + 999, NOON + 1_000}) {
      store.write(List.of(message(S01, at, reading(1, 100, 10))));
    }
    assertThat(raw(store, Scope.socket(S01, 1), NOON, NOON + 1_000))
        .extracting(At::at)
        .containsExactly(NOON, NOON + 999);
  }

  @Test
  void handsOverEachSocketInOrderOfTimeAcrossMidnight() throws IOException {
    long midnight = NOON + 12 * HOUR;
    for (long at : new long[] {midnight + 5, midnight - 5, midnight, midnight - 1}) {
      store.write(List.of(message(S01, at, reading(11, 1, 1), reading(2, 1, 1))));
    }
    List<At> found = raw(store, Scope.wholeShed(S01), midnight - HOUR, midnight + HOUR);
    assertThat(found)
        .filteredOn(it -> it.reading().socket() == 11)
        .extracting(At::at)
        .containsExactly(midnight - 5, midnight - 1, midnight, midnight + 5);
    assertThat(found.subList(0, 4))
        .extracting(it -> it.reading().socket())
        .containsOnly(found.get(0).reading().socket());
    assertThat(found).hasSize(8);
  }

  @Test
  void shedsAndSitesDoNotMix() throws IOException {
    try (ReadingStore other = open(OTHER)) {
      store.write(List.of(message(S01, NOON, reading(1, 100, 1))));
      other.write(List.of(message(S01, NOON, reading(1, 200, 2))));
      store.write(List.of(message(S02, NOON, reading(1, 300, 3))));
      other.writeRollUps(List.of(rollUp(S01, 1, Level.HOUR, NOON, 9)));
      assertThat(raw(store, Scope.wholeShed(S01), NOON, NOON + 1))
          .extracting(it -> it.reading().watts())
          .containsExactly(100.0);
      assertThat(store.heard(NOON, NOON + 1))
          .containsExactlyInAnyOrder(Scope.socket(S01, 1), Scope.socket(S02, 1));
      assertThat(rollUps(store, Scope.wholeShed(S01), Level.HOUR, NOON, NOON + HOUR)).isEmpty();
    }
  }

  @Test
  void findsTheCounterBeforeAndTheReadingAfter() throws IOException {
    Reading silent =
        new Reading(1, Usage.FREE, RelayPosition.CLOSED, 230, 0, 0, Double.NaN, Double.NaN);
    store.write(List.of(message(S01, NOON - 26 * HOUR, reading(1, 0, 41.5))));
    store.write(List.of(message(S01, NOON - 25 * HOUR, reading(2, 0, 99))));
    store.write(List.of(message(S01, NOON - HOUR, silent)));
    assertThat(store.counterBefore(S01, 1, NOON)).contains(new Counter(NOON - 26 * HOUR, 41.5));
    assertThat(store.counterBefore(S01, 1, NOON - 26 * HOUR)).isEmpty();
    assertThat(store.counterBefore(S01, 3, NOON)).isEmpty();
    assertThat(store.nextAt(S01, 1, NOON - 26 * HOUR + 1)).hasValue(NOON - HOUR);
    assertThat(store.nextAt(S01, 1, NOON - HOUR)).hasValue(NOON - HOUR);
    assertThat(store.nextAt(S01, 1, NOON)).isEmpty();
  }

  @Test
  void hearsOnlySocketsOfTheWindow() throws IOException {
    store.write(List.of(message(S01, NOON, reading(1, 1, 1), reading(2, 1, 1))));
    store.write(List.of(message(S02, NOON + 5, reading(7, 1, 1))));
    store.write(List.of(message(S02, NOON + HOUR, reading(8, 1, 1))));
    assertThat(store.heard(NOON + 1, NOON + HOUR)).containsExactly(Scope.socket(S02, 7));
    assertThat(store.heard(NOON - HOUR, NOON + 2 * HOUR)).hasSize(4);
    assertThat(store.heard(NOON - HOUR, NOON)).isEmpty();
  }

  @Test
  void replacesARollUpBucket() throws IOException {
    store.writeRollUps(
        List.of(
            rollUp(S01, 1, Level.MINUTE, NOON, 5),
            rollUp(S01, 1, Level.HOUR, NOON, 300),
            rollUp(S01, 2, Level.MINUTE, NOON, 7)));
    store.writeRollUps(List.of(rollUp(S01, 1, Level.MINUTE, NOON, 6)));
    assertThat(rollUps(store, Scope.socket(S01, 1), Level.MINUTE, NOON, NOON + HOUR))
        .containsExactly(rollUp(S01, 1, Level.MINUTE, NOON, 6));
    assertThat(rollUps(store, Scope.wholeShed(S01), Level.MINUTE, NOON, NOON + HOUR))
        .containsExactly(
            rollUp(S01, 1, Level.MINUTE, NOON, 6), rollUp(S01, 2, Level.MINUTE, NOON, 7));
    assertThat(rollUps(store, Scope.socket(S01, 1), Level.HOUR, NOON, NOON + 1))
        .containsExactly(rollUp(S01, 1, Level.HOUR, NOON, 300));
    assertThat(rollUps(store, Scope.socket(S01, 1), Level.HOUR, NOON + 1, NOON + HOUR)).isEmpty();
  }

  @Test
  void anEmptyStoreHasNothingAndSaysSo() throws IOException {
    assertThat(raw(store, Scope.wholeShed(S01), NOON, NOON + HOUR)).isEmpty();
    assertThat(store.heard(NOON, NOON + HOUR)).isEmpty();
    assertThat(store.counterBefore(S01, 1, NOON)).isEmpty();
    assertThat(rollUps(store, Scope.wholeShed(S01), Level.HOUR, NOON, NOON + HOUR)).isEmpty();
    assertThat(store.write(List.of())).isEqualTo(new Written(0, 0));
  }

  @Test
  void refusesOrDropsRawReadingsOlderThanTheirRetention() throws IOException {
    long old = NOON - Duration.ofDays(RETENTION.rawDays() + 2L).toMillis();
    store.write(List.of(message(S01, NOON, reading(1, 1, 1))));
    Written written =
        store.write(
            List.of(message(S01, old, reading(1, 1, 1)), message(S01, NOON, reading(2, 1, 1))));
    assertThat(written.stored() + written.refused()).isEqualTo(2);
    store.retire(InstantSource.system().millis());
    assertThat(raw(store, Scope.socket(S01, 1), old, old + 1)).isEmpty();
    assertThat(raw(store, Scope.wholeShed(S01), NOON, NOON + 1)).hasSize(2);
  }

  @Test
  void takesTheTenThousandSocketsOfACity() throws IOException {
    List<ShedReadings> batch = new ArrayList<>();
    for (int shed = 0; shed < 500; shed++) {
      List<Reading> readings = new ArrayList<>();
      for (int socket = 1; socket <= 20; socket++) {
        readings.add(reading(socket, shed, socket));
      }
      batch.add(new ShedReadings(new ShedId("s" + shed), NOON, readings));
    }
    assertThat(store.write(batch)).isEqualTo(new Written(10_000, 0));
    assertThat(store.heard(NOON, NOON + 1)).hasSize(10_000).doesNotHaveDuplicates();
    assertThat(raw(store, Scope.wholeShed(new ShedId("s499")), NOON, NOON + 1)).hasSize(20);
  }

  static final Retention RETENTION = new Retention(35, 366);

  static RollUp rollUp(ShedId shed, int socket, Level level, long at, double wattHours) {
    return new RollUp(
        shed,
        socket,
        level,
        new Point(at, 60_000, 300.5, 0, 612.25, 1.4, 2.75, 221, Double.NaN, wattHours));
  }

  static List<RollUp> rollUps(ReadingStore store, Scope scope, Level level, long from, long to)
      throws IOException {
    List<RollUp> found = new ArrayList<>();
    store.rollUps(scope, level, from, to, found::add);
    return found;
  }
}
