package io.shedwatch.edge.uplink;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.Inbox;
import io.shedwatch.edge.uplink.ShedUplink.LineEvent;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The uplinks of all sheds of the process on one thread: each shed has its own connection, account
 * and will, and they share the thread that decides.
 */
public final class Uplink implements AutoCloseable {
  /** Events of Paho's threads on their way to ours; when it is full the line is taken as broken. */
  private static final int MAX_EVENTS = 10_000;

  /** How late a resend or a new attempt may be. */
  private static final long MAX_WAIT_MILLIS = 1_000;

  private static final long MIN_WAIT_MILLIS = 20;
  private static final long CLOSE_MILLIS = 8_000;
  private static final Logger LOG = LoggerFactory.getLogger(Uplink.class);

  /**
   * One shed.
   *
   * @param backlog whose listener is {@link Handle#more}
   */
  public record Shed(ShedAddress address, Backlog backlog, Inbox inbox, Dialer dialer) {}

  /** What others tell a shed's uplink; thread-safe, returns at once. */
  public interface Handle {
    /** The spool has more to send. */
    void more();

    /** What a birth says has changed, or a new boot began. */
    void renew();
  }

  /** One shed and the signals for it, which do not queue up. */
  private final class Member implements Handle {
    private final AtomicBoolean hasMore = new AtomicBoolean();
    private final AtomicBoolean toRenew = new AtomicBoolean();
    private final AtomicBoolean overflowed = new AtomicBoolean();
    private final ShedUplink uplink;
    private long tickedMillis;

    Member(Shed shed) {
      this.uplink =
          new ShedUplink(
              new ShedUplink.Parts(
                  shed.address(),
                  shed.backlog(),
                  shed.inbox(),
                  shed.dialer(),
                  random,
                  backfillAfterMillis,
                  this::arrived),
              now());
      shed.inbox().onStatusChange(this::renew);
    }

    private void arrived(LineEvent event) {
      if (!events.offer(() -> uplink.handle(event, now()))) {
        overflowed.set(true);
      }
    }

    @Override
    public void more() {
      if (!hasMore.getAndSet(true)) {
        wake();
      }
    }

    @Override
    public void renew() {
      toRenew.set(true);
      wake();
    }

    void step() {
      Now now = now();
      if (overflowed.getAndSet(false)) {
        uplink.fail(now, "too much to hear");
      }
      if (toRenew.getAndSet(false)) {
        uplink.renew(now);
      }
      if (hasMore.getAndSet(false)) {
        uplink.more(now);
      }
      if (now.monotonic() >= Math.min(uplink.dueMillis(), tickedMillis + MAX_WAIT_MILLIS)) {
        tickedMillis = now.monotonic();
        uplink.tick(now);
      }
    }
  }

  private final BlockingQueue<Runnable> events = new ArrayBlockingQueue<>(MAX_EVENTS);
  private final List<Member> members = new CopyOnWriteArrayList<>();
  private final CountDownLatch ended = new CountDownLatch(1);
  private final InstantSource place;
  private final RandomGenerator random;
  private final long backfillAfterMillis;
  private final Thread thread = new Thread(this::run, "uplink");
  private volatile boolean closing;

  /**
   * @param place epoch milliseconds at the place
   * @param backfillAfterMillis what is older when it is sent is backfill; 30,000 by the contract
   */
  public Uplink(InstantSource place, RandomGenerator random, long backfillAfterMillis) {
    this.place = place;
    this.random = random;
    this.backfillAfterMillis = backfillAfterMillis;
    thread.setDaemon(true);
  }

  /** Adds a shed, before the start; its first birth is written here. */
  public Handle add(Shed shed) {
    Member member = new Member(shed);
    members.add(member);
    return member;
  }

  public void start() {
    thread.start();
  }

  private Now now() {
    return new Now(System.nanoTime() / 1_000_000, place.millis());
  }

  private void wake() {
    // Full: then it is awake anyway.
    boolean queued = events.offer(() -> {});
    if (!queued) {
      LOG.debug("uplink=busy events={}", MAX_EVENTS);
    }
  }

  private void run() {
    try {
      List<Runnable> batch = new ArrayList<>();
      while (!closing) {
        round(batch);
      }
      members.forEach(member -> member.uplink.beginEnd(now()));
      long deadline = now().monotonic() + CLOSE_MILLIS;
      while (!members.stream().allMatch(each -> each.uplink.hasEnded())
          && now().monotonic() < deadline) {
        round(batch);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      ended.countDown();
    }
  }

  private void round(List<Runnable> batch) throws InterruptedException {
    Runnable first = events.poll(waitMillis(), TimeUnit.MILLISECONDS);
    if (first != null) {
      batch.add(first);
      events.drainTo(batch, MAX_EVENTS);
    }
    batch.forEach(this::safely);
    batch.clear();
    members.forEach(member -> safely(member::step));
  }

  /** Our own mistake in one shed's uplink must not silence the others. */
  private void safely(Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("uplink=failed", e);
    }
  }

  private long waitMillis() {
    long now = now().monotonic();
    long due = MAX_WAIT_MILLIS;
    for (Member member : members) {
      due = Math.min(due, member.uplink.dueMillis() - now);
    }
    return Math.max(MIN_WAIT_MILLIS, due);
  }

  /** How many sheds are connected; for tests and the log. */
  public long connected() {
    return members.stream().filter(member -> member.uplink.isUp()).count();
  }

  /** Says the clean deaths and ends; takes a few seconds at most. */
  @Override
  public void close() {
    closing = true;
    if (thread.getState() == Thread.State.NEW) {
      return; // Never started: nobody has heard of the births.
    }
    wake();
    try {
      if (!ended.await(2 * CLOSE_MILLIS, TimeUnit.MILLISECONDS)) {
        LOG.warn("uplink=slowToEnd");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
