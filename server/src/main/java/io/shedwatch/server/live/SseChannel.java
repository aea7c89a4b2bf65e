package io.shedwatch.server.live;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one audience gets: its clients, the pace of each shed, and what it was told lately. All but
 * {@link #clients} and {@link #leave} is called by the hub's thread only.
 */
final class SseChannel {
  private static final Logger LOG = LoggerFactory.getLogger(SseChannel.class);

  private final Audience audience;
  private final long gapNanos;
  private final NewsPace[] paces;
  private final Set<SseClient> clients = ConcurrentHashMap.newKeySet();
  private LiveLog log;
  private @Nullable LiveEvent snapshot;
  private long snapshotAt;

  SseChannel(Audience audience, long gapNanos, int sheds) {
    this.audience = audience;
    this.gapNanos = gapNanos;
    this.paces = new NewsPace[sheds];
    this.log = new LiveLog(sheds, 0);
  }

  Audience audience() {
    return audience;
  }

  int clients() {
    return clients.size();
  }

  /** What is on the screens at the start, before anything is sent. */
  void begin(int shed, String shown, long nanos) {
    paces[shed] = new NewsPace(shown, nanos - gapNanos, false);
  }

  /** Whether the shed's news is to be sent now. */
  boolean step(int shed, String shown, boolean touched, long nanos) {
    NewsPace.Step step = paces[shed].step(shown, touched, nanos, gapNanos);
    paces[shed] = step.next();
    return step.send();
  }

  /** Whether the shed waited and its gap is over. */
  boolean isDue(int shed, long nanos) {
    NewsPace pace = paces[shed];
    return pace.waiting() && nanos - pace.sentAt() >= gapNanos;
  }

  /** When the first waiting shed's gap is over; the far future when none waits. */
  long dueAt(long nanos) {
    long wait = Long.MAX_VALUE / 2;
    for (NewsPace pace : paces) {
      if (pace.waiting()) {
        wait = Math.min(wait, pace.sentAt() + gapNanos - nanos);
      }
    }
    return nanos + wait;
  }

  void tellShed(int shed, LiveEvent event) {
    log.shed(shed, event);
    tell(event);
  }

  void tellOther(LiveEvent event) {
    log.other(event);
    tell(event);
  }

  private void tell(LiveEvent event) {
    clients.forEach(client -> offer(client, event.frame()));
  }

  private void offer(SseClient client, byte[] frame) {
    if (!client.offer(frame)) {
      clients.remove(client);
      if (client.slow()) {
        LOG.info("sse client closed reason=slow waiting={}", client.mostWaiting());
      }
    }
  }

  /** The events after {@code number}; empty when a snapshot is needed. */
  Optional<List<LiveEvent>> since(long number) {
    return log.since(number);
  }

  /** The snapshot of at most {@code maxAge} ago, or a fresh one. */
  LiveEvent snapshot(long nanos, long maxAge, Supplier<LiveEvent> fresh) {
    LiveEvent known = snapshot;
    if (known == null || nanos - snapshotAt > maxAge || log.since(known.number()).isEmpty()) {
      known = fresh.get();
      snapshot = known;
      snapshotAt = nanos;
    }
    return known;
  }

  void join(SseClient client) {
    if (!client.ended()) {
      clients.add(client);
    }
  }

  void leave(SseClient client) {
    clients.remove(client);
  }

  /** Comments to whoever is due, and good-byes to streams that have lived long enough. */
  void keepAlive(long nanos, long everyNanos) {
    for (SseClient client : clients) {
      if (nanos - client.endAt >= 0) {
        client.end(SseClient.Ending.COMPLETE);
      } else if (nanos - client.commentAt >= 0) {
        client.commentAt = nanos + everyNanos;
        offer(client, SseFrames.COMMENT);
      }
    }
  }

  /** Ends all streams and forgets what was told up to {@code number}: who returns starts anew. */
  void forget(long number) {
    log = new LiveLog(paces.length, number + 1);
    snapshot = null;
    end();
  }

  void end() {
    clients.forEach(client -> client.end(SseClient.Ending.COMPLETE));
    clients.clear();
  }
}
