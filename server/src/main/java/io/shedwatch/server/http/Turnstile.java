package io.shedwatch.server.http;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets so many through for each key in a window, then none until it is over. Thread-safe. */
public final class Turnstile {
  /** Keys remembered; at the bound the one that was quiet longest is forgotten. */
  private static final int MOST_KEYS = 10_000;

  private final int most;
  private final long windowMillis;
  private final Map<String, Passed> passed =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Passed> eldest) {
          return size() > MOST_KEYS;
        }
      };

  private record Passed(long since, int count) {}

  /**
   * @param most let through for one key in one window
   */
  public Turnstile(int most, Duration window) {
    this.most = most;
    this.windowMillis = window.toMillis();
  }

  /** Counts one; how long to wait instead when there were too many. */
  public synchronized Optional<Duration> pass(String key, long now) {
    @Nullable Passed before = passed.get(key);
    if (before == null || now - before.since() >= windowMillis) {
      passed.put(key, new Passed(now, 1));
      return Optional.empty();
    }
    if (before.count() >= most) {
      return Optional.of(Duration.ofMillis(before.since() + windowMillis - now));
    }
    passed.put(key, new Passed(before.since(), before.count() + 1));
    return Optional.empty();
  }

  /**
   * The same for a request: one too many is refused with 429 and Retry-After.
   *
   * @param detail what to do instead, one sentence
   */
  public void passOrRefuse(String key, Instant now, String detail) {
    Optional<Duration> wait = pass(key, now.toEpochMilli());
    if (wait.isPresent()) {
      long seconds = wait.get().toSeconds() + 1;
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS, detail, Map.of("Retry-After", Long.toString(seconds)));
    }
  }
}
