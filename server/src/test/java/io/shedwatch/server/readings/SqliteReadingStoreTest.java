package io.shedwatch.server.readings;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.SiteId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SqliteReadingStoreTest extends ReadingStoreContract {
  @TempDir private Path folder;

  @Override
  ReadingStore open(SiteId site) throws IOException {
    return SqliteReadingStore.open(site, folder, RETENTION, InstantSource.system());
  }

  @Test
  void retentionUnlinksWholeDaysOnly() throws IOException {
    try (ReadingStore store = open(LIUXI)) {
      store.write(List.of(message(S01, NOON, reading(1, 1, 1))));
      Path file = folder.resolve("liuxi").resolve(SqliteNames.raw(NOON));
      long lastOfDay = Window.floor(NOON, 24 * HOUR) + 24 * HOUR - 1;
      long days = Duration.ofDays(RETENTION.rawDays()).toMillis();
      store.retire(lastOfDay + days);
      assertThat(file).exists();
      store.retire(lastOfDay + days + 1);
      assertThat(file).doesNotExist();
      assertThat(folder.resolve("liuxi").resolve(SqliteNames.raw(NOON) + "-wal")).doesNotExist();
      store.write(List.of(message(S01, NOON, reading(1, 1, 1))));
      assertThat(file).exists();
    }
  }

  @Test
  void aReaderSeesACommittedBatchWhileTheWriterIsOpen() throws IOException {
    try (ReadingStore writer = open(LIUXI);
        ReadingStore reader = open(LIUXI)) {
      writer.write(List.of(message(S01, NOON, reading(1, 1, 1))));
      assertThat(raw(reader, Scope.socket(S01, 1), NOON, NOON + 1)).hasSize(1);
    }
  }

  @Test
  void aDamagedFileIsAnErrorAndNotAnEmptyChart() throws IOException {
    Path own = folder.resolve("liuxi");
    Files.createDirectories(own);
    Files.writeString(own.resolve(SqliteNames.raw(NOON)), "this is no database at all ".repeat(99));
    try (ReadingStore store = open(LIUXI)) {
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> raw(store, Scope.socket(S01, 1), NOON, NOON + 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(SqliteNames.raw(NOON));
    }
  }
}
