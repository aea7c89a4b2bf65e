package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class FileAccountsTest {
  @TempDir Path folder;

  @Test
  void waitsForTheFileAndForEveryAccountInIt() throws Exception {
    Path file = folder.resolve("credentials");
    CompletableFuture<List<String>> passwords =
        CompletableFuture.supplyAsync(
            () -> await(new FileAccounts(file, Duration.ofSeconds(30)), "a-s02", "a-s01"));
    Files.writeString(file, "server x\na-s01 one\n");
    assertThat(passwords).isNotDone();
    Files.writeString(file, "server x\na-s01 one\na-s02 two\n");
    assertThat(passwords.get(20, TimeUnit.SECONDS)).containsExactly("two", "one");
  }

  @Test
  void namesTheFileAndWhoIsMissing() throws IOException {
    Path file = folder.resolve("credentials");
    Files.writeString(file, "a-s01 one\na-s02\n");
    FileAccounts accounts = new FileAccounts(file, Duration.ZERO);
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(() -> accounts.await(List.of("a-s01", "a-s02")))
        .withMessage("no account a-s02 in " + file + " after 0 s");
  }

  private static List<String> await(FileAccounts accounts, String... names) {
    try {
      return accounts.await(List.of(names));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
