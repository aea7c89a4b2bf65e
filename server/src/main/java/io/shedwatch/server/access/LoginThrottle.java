package io.shedwatch.server.access;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Slows down guessing: so many failed logins per user and per address in a window, then none until
 * the window is over. An attempt counts before its password is looked at, so that parallel guesses
 * count too; a success gives it back. Those who are logged in already notice nothing.
 */
final class LoginThrottle {
  static final Duration WINDOW = Duration.ofMinutes(15);

  /** Enough for a person with a bad memory; 960 guesses a day at the most. */
  static final int PER_USER = 10;

  /** A property office shares one address. */
  static final int PER_ADDRESS = 50;

  /** Users and addresses remembered; at the bound the one that was quiet longest is forgotten. */
  private static final int MAX_KEYS = 10_000;

  private final Map<String, Tries> tries =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
          return size() > MAX_KEYS;
        }
      };

  private record Tries(long windowStart, int count) {}

  private record Limit(String key, int most) {}

  /** Counts one attempt; how long to wait instead when there were too many. */
  synchronized Optional<Duration> attempt(String user, String address, long now) {
    List<Limit> limits = limits(user, address);
    for (Limit limit : limits) {
      @Nullable Tries before = current(limit.key(), now);
      if (before != null && before.count() >= limit.most()) {
        return Optional.of(Duration.ofMillis(before.windowStart() + WINDOW.toMillis() - now));
      }
    }
    for (Limit limit : limits) {
      @Nullable Tries before = current(limit.key(), now);
      tries.put(
          limit.key(),
          before == null ? new Tries(now, 1) : new Tries(before.windowStart(), before.count() + 1));
    }
    return Optional.empty();
  }

  /** The attempt was right: the user starts afresh, the address gets it back. */
  synchronized void succeeded(String user, String address) {
    for (Limit limit : limits(user, address)) {
      @Nullable Tries before = tries.remove(limit.key());
      if (before != null && before.count() > 1 && limit.most() == PER_ADDRESS) {
        tries.put(limit.key(), new Tries(before.windowStart(), before.count() - 1));
      }
    }
  }

  private static List<Limit> limits(String user, String address) {
    return List.of(
        new Limit("user " + user, PER_USER), new Limit("address " + address, PER_ADDRESS));
  }

  private @Nullable Tries current(String key, long now) {
    @Nullable Tries found = tries.get(key);
    return found == null || now - found.windowStart() >= WINDOW.toMillis() ? null : found;
  }
}
