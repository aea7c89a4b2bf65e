package io.shedwatch.server.readings;

import static io.shedwatch.server.readings.ReadingStoreContract.LIUXI;
import static io.shedwatch.server.readings.ReadingStoreContract.S01;
import static io.shedwatch.server.readings.ReadingStoreContract.message;
import static io.shedwatch.server.readings.ReadingStoreContract.reading;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Reading;
import io.shedwatch.server.readings.ReadingsState.Way;
import io.shedwatch.testkit.Await;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A store that stays away until its spool is full: nothing is durable any more, nothing dropped.
 */
final class FullSpoolTest {
  private static final int SOCKETS = 4_000;

  @TempDir private Path folder;

  private static ShedReadings large(long at) {
    return message(
        S01,
        at,
        IntStream.rangeClosed(1, SOCKETS)
            .mapToObj(socket -> reading(socket, socket, (double) at))
            .toArray(Reading[]::new));
  }

  @Test
  void aFullSpoolStopsWhatIsDurableAndNeverDrops() throws Exception {
    InMemoryReadingStore store = new InMemoryReadingStore(Retention.FOR_EVER);
    store.away(true);
    ReadingsSettings settings =
        new ReadingsSettings(
            LIUXI, folder, Optional.empty(), Retention.FOR_EVER, ReadingsSettings.MIN_SPOOL_BYTES);
    AtomicInteger durable = new AtomicInteger();
    AtomicInteger appended = new AtomicInteger();
    try (ReadingRoom room = ReadingRoom.start(store, settings, InstantSource.system())) {
      CompletableFuture<Void> lane =
          CompletableFuture.runAsync(
              () -> {
                try {
                  while (durable.get() == 0 || room.state().way() != Way.BLOCKED) {
                    int at = appended.incrementAndGet();
                    room.sink().append(List.of(large(at)), durable::incrementAndGet);
                  }
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
              });
      Await.until("the way is blocked", () -> room.state().way() == Way.BLOCKED);
      assertThat(room.state().trouble()).contains("the spool is full");
      assertThat(room.state().spoolBytes()).isLessThanOrEqualTo(ReadingsSettings.MIN_SPOOL_BYTES);
      int before = durable.get();
      assertThat(before).isPositive().isLessThan(appended.get());

      store.away(false);
      lane.get(60, TimeUnit.SECONDS);
      Await.until("all is durable", () -> durable.get() == appended.get());
      Await.until("all is stored", () -> store.size() == appended.get() * SOCKETS);
      Await.until("straight again", () -> room.state().way() == Way.DIRECT);
    }
  }
}
