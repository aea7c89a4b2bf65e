package io.shedwatch.simulation.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Who the sheds are at the broker: the embedded one writes its accounts down when it starts. */
final class FileAccounts {
  private static final long LOOK_AGAIN_NANOS = 100_000_000;

  private final Path file;
  private final Duration within;

  /**
   * @param file lines of account and password, with a blank between them
   * @param within how long to wait for the file and for every account in it
   */
  FileAccounts(Path file, Duration within) {
    this.file = file;
    this.within = within;
  }

  /**
   * Waits until the file has all of these accounts.
   *
   * @return their passwords, in the same order
   * @throws IOException when they are not there in time, naming the file and a missing account
   */
  List<String> await(List<String> accounts) throws IOException {
    long deadline = System.nanoTime() + within.toNanos();
    while (true) {
      Map<String, String> known = read();
      List<String> passwords =
          accounts.stream().flatMap(one -> Stream.ofNullable(known.get(one))).toList();
      if (passwords.size() == accounts.size()) {
        return passwords;
      }
      if (System.nanoTime() > deadline) {
        String missing = accounts.stream().filter(one -> !known.containsKey(one)).toList().get(0);
        throw new IOException(
            "no account " + missing + " in " + file + " after " + within.toSeconds() + " s");
      }
      LockSupport.parkNanos(LOOK_AGAIN_NANOS);
    }
  }

  private Map<String, String> read() throws IOException {
    Map<String, String> passwords = new HashMap<>();
    if (!Files.exists(file)) {
      return passwords;
    }
    for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
      String[] words = line.strip().split("\\s+", -1);
      if (words.length == 2) {
        passwords.put(words[0], words[1]);
      }
    }
    return passwords;
  }
}
