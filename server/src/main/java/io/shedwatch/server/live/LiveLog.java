package io.shedwatch.server.live;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one audience was told lately, so that a client that was cut off can go on where it stopped.
 * An event of a shed carries the whole shed, so only its newest is kept; of alerts and incidents
 * the last {@link #MAX_OTHERS} are. Who missed more starts again from a snapshot. Not thread-safe.
 */
final class LiveLog {
  /** Alerts and incidents kept; beyond it the oldest goes and with it the way back past it. */
  static final int MAX_OTHERS = 1_024;

  private final @Nullable LiveEvent[] newestOfShed;
  private final Deque<LiveEvent> others = new ArrayDeque<>();
  private long goneUpTo;

  /**
   * @param sheds how many sheds the site has
   * @param from numbers up to this one were used before this log began
   */
  LiveLog(int sheds, long from) {
    this.newestOfShed = new LiveEvent[sheds];
    this.goneUpTo = from;
  }

  void shed(int shed, LiveEvent event) {
    newestOfShed[shed] = event;
  }

  void other(LiveEvent event) {
    others.addLast(event);
    if (others.size() > MAX_OTHERS) {
      goneUpTo = others.removeFirst().number();
    }
  }

  /**
   * What came after {@code number}, oldest first, without what a later event of the same shed
   * replaces; empty when too much was forgotten since.
   */
  Optional<List<LiveEvent>> since(long number) {
    if (number < goneUpTo) {
      return Optional.empty();
    }
    List<LiveEvent> missed = new ArrayList<>();
    for (LiveEvent event : newestOfShed) {
      if (event != null && event.number() > number) {
        missed.add(Objects.requireNonNull(event));
      }
    }
    others.stream().filter(event -> event.number() > number).forEach(missed::add);
    missed.sort(Comparator.comparingLong(LiveEvent::number));
    return Optional.of(missed);
  }
}
