package io.shedwatch.server.readings;

import static io.shedwatch.server.readings.ReadingStoreContract.LIUXI;
import static io.shedwatch.server.readings.ReadingStoreContract.NOON;
import static io.shedwatch.server.readings.ReadingStoreContract.S01;
import static io.shedwatch.server.readings.ReadingStoreContract.message;
import static io.shedwatch.server.readings.ReadingStoreContract.raw;
import static io.shedwatch.server.readings.ReadingStoreContract.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.readings.ReadingsState.Way;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Influx;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real InfluxDB that is killed, stays away for ten minutes of the room's time, and comes back.
 */
final class InfluxAwayTest {
  private static final int SECONDS_AWAY = 600;

  @TempDir private Path folder;
  private final AtomicLong now = new AtomicLong(NOON);
  private final AtomicInteger durable = new AtomicInteger();
  private Influx influx;
  private ReadingRoom room;

  @BeforeEach
  void start() throws Exception {
    influx = Influx.start(folder.resolve("influx"));
    room = open();
  }

  @AfterEach
  void stop() {
    room.close();
    influx.close();
  }

  private ReadingRoom open() throws Exception {
    InfluxSettings settings =
        new InfluxSettings(
            influx.url(), InfluxSettings.Api.V1, Influx.USER, Influx.PASSWORD, "", "", "away");
    return ReadingRoom.start(
        new ReadingsSettings(
            LIUXI,
            folder.resolve("readings"),
            Optional.of(settings),
            Retention.DEFAULT,
            ReadingsSettings.DEFAULT_SPOOL_BYTES),
        () -> Instant.ofEpochMilli(now.get()));
  }

  /** One second of the shed, with what its socket measures then. */
  private void second() throws Exception {
    long at = now.addAndGet(1_000);
    int number = (int) ((at - NOON) / 1_000);
    room.sink()
        .append(
            List.of(message(S01, at, reading(1, 100 + number % 7, number))),
            durable::incrementAndGet);
  }

  private void seconds(int count) throws Exception {
    for (int i = 0; i < count; i++) {
      second();
    }
  }

  private void awaitDurable(int count) {
    Await.until(count + " messages are durable", () -> durable.get() == count);
  }

  private void awaitEverySecondStored(int count) {
    Await.until(
        count + " readings are in InfluxDB",
        Duration.ofSeconds(60),
        () -> raw(room.store(), Scope.socket(S01, 1), NOON, now.get() + 1).size() == count);
  }

  @Test
  void tenMinutesAwayCostNothingAndTheAgeOfTheSpoolIsShown() throws Exception {
    seconds(5);
    awaitDurable(5);
    assertThat(room.state().way()).isEqualTo(Way.DIRECT);

    influx.program().kill();
    seconds(SECONDS_AWAY);
    awaitDurable(5 + SECONDS_AWAY);
    Await.until("the spool is in use", () -> room.state().way() == Way.SPOOLING);
    Await.until(
        "and says how long its oldest batch waits",
        () ->
            room.state().spoolAgeMillis() <= SECONDS_AWAY * 1_000L
                && room.state().spoolBytes() > 0);
    assertThat(room.state().trouble()).isNotEmpty();
    now.addAndGet(60_000);
    Await.until("its age grows", () -> room.state().spoolAgeMillis() >= 60_000);
    now.addAndGet(-60_000);

    influx.restart();
    second();
    awaitEverySecondStored(6 + SECONDS_AWAY);
    Await.until("all is drained", () -> room.state().way() == Way.DIRECT);
    assertThat(room.state().spoolBytes()).isZero();
    assertThat(room.state().refused()).isZero();
    assertThat(room.state().trouble()).isEmpty();
    List<Point> chart = room.history().read(S01, 1, new Window(NOON, now.get() + 1, 60_000));
    double energy = chart.stream().mapToDouble(Point::wattHours).filter(Double::isFinite).sum();
    assertThat(energy).as("one watt-hour a second, without a hole").isEqualTo(5 + SECONDS_AWAY);
  }

  @Test
  void aServerThatEndsMeanwhileDrainsTheSpoolAfterItsStart() throws Exception {
    influx.program().kill();
    seconds(20);
    awaitDurable(20);
    room.close();
    room = open();
    assertThat(room.state().way()).isEqualTo(Way.SPOOLING);
    second();
    awaitDurable(21);
    influx.restart();
    awaitEverySecondStored(21);
  }

  @Test
  void aStoreThatIsAwayAtTheStartIsFoundLater() throws Exception {
    room.close();
    influx.program().kill();
    room = open();
    second();
    awaitDurable(1);
    influx.restart();
    awaitEverySecondStored(1);
    Await.until("straight again", () -> room.state().way() == Way.DIRECT);
  }
}
