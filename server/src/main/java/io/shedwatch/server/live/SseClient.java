package io.shedwatch.server.live;

import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscriber;
import org.reactivestreams.Subscription;

/**
 * One screen's stream of frames. The hub puts frames in and never waits; the server takes them out
 * as fast as the connection drains. At the bound the client is slow and its stream ends with an
 * error, which closes the connection at once: it comes back and resumes.
 */
final class SseClient implements Publisher<byte[]>, Subscription {
  private final Queue<byte[]> waiting;
  private final int mostWaiting;
  private final AtomicBoolean subscribed = new AtomicBoolean();
  private final AtomicLong demand = new AtomicLong();
  private final AtomicInteger draining = new AtomicInteger();
  private final Consumer<SseClient> onGone;
  private volatile @Nullable Subscriber<? super byte[]> screen;
  private volatile @Nullable Ending ending;
  private volatile boolean slow;

  // Touched by the hub's thread only.
  long commentAt;
  long endAt;

  /** How a stream ends. */
  enum Ending {
    /** The other side went away. */
    GONE,
    /** In good order: the server stops, or the stream has lived long enough. */
    COMPLETE,
    /** Could not keep up. */
    SLOW
  }

  /** Says why a stream was closed; nobody needs its stack. */
  static final class SlowClient extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SlowClient(int waiting) {
      super("client too slow: " + waiting + " events were waiting", null, false, false);
    }
  }

  /**
   * @param mostWaiting frames that may wait; beyond it the client is closed as slow
   * @param onGone called when the other side went away, on any thread
   */
  SseClient(int mostWaiting, Consumer<SseClient> onGone) {
    this.mostWaiting = mostWaiting;
    this.waiting = new ArrayBlockingQueue<>(mostWaiting);
    this.onGone = onGone;
  }

  /** Puts a frame in; false when the stream has ended, also when this frame was one too many. */
  boolean offer(byte[] frame) {
    if (ending != null) {
      return false;
    }
    if (!waiting.offer(frame)) {
      slow = true;
      end(Ending.SLOW);
      return false;
    }
    drain();
    return true;
  }

  void end(Ending how) {
    if (ending == null) {
      ending = how;
      drain();
    }
  }

  boolean ended() {
    return ending != null;
  }

  int mostWaiting() {
    return mostWaiting;
  }

  /** Whether it ended because it could not keep up. */
  boolean slow() {
    return slow;
  }

  @Override
  public void subscribe(Subscriber<? super byte[]> subscriber) {
    if (!subscribed.compareAndSet(false, true)) {
      subscriber.onSubscribe(Inert.INSTANCE);
      subscriber.onError(new IllegalStateException("a client's stream has one subscriber"));
      return;
    }
    subscriber.onSubscribe(this);
    screen = subscriber;
    drain();
  }

  @Override
  public void request(long more) {
    demand.accumulateAndGet(more, (had, asked) -> had + asked < 0 ? Long.MAX_VALUE : had + asked);
    drain();
  }

  @Override
  public void cancel() {
    ending = Ending.GONE;
    onGone.accept(this);
  }

  /** Hands frames over, by one thread at a time; who finds it busy leaves a note to go on. */
  private void drain() {
    if (draining.getAndIncrement() != 0) {
      return;
    }
    int notes = 1;
    do {
      Subscriber<? super byte[]> to = screen;
      if (to != null) {
        handOver(to);
      }
      notes = draining.addAndGet(-notes);
    } while (notes != 0);
  }

  private void handOver(Subscriber<? super byte[]> to) {
    while (ending == null || ending == Ending.COMPLETE) {
      byte[] frame = demand.get() > 0 ? waiting.poll() : null;
      if (frame == null) {
        break;
      }
      demand.decrementAndGet();
      to.onNext(frame);
    }
    if (ending == Ending.SLOW) {
      ending = Ending.GONE;
      waiting.clear();
      to.onError(new SlowClient(mostWaiting));
      onGone.accept(this);
    } else if (ending == Ending.COMPLETE && waiting.isEmpty()) {
      ending = Ending.GONE;
      to.onComplete();
      onGone.accept(this);
    }
  }

  private enum Inert implements Subscription {
    INSTANCE;

    @Override
    public void request(long more) {}

    @Override
    public void cancel() {}
  }
}
