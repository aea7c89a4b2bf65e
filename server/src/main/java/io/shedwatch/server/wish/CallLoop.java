package io.shedwatch.server.wish;

import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.wish.phone.Messenger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second who is to be told, and tells on threads of its own. What was told is written
 * down afterwards: a server that is killed in between tells again, and the phone shows it once.
 */
final class CallLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(CallLoop.class);

  private static final Pace PACE = Pace.everyMillis(1_000);
  private static final long STOP_SECONDS = 3;

  /** So many push services may hang at once before others wait for them. */
  private static final int SENDERS = 8;

  /** Taken up in one look; the others wait for the next. */
  private static final int MOST_AT_ONCE = 100;

  private final JdbcPhones phones;
  private final Messenger messenger;
  private final CallWords words;
  private final InstantSource clock;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService senders = Executors.newFixedThreadPool(SENDERS, CallLoop::sender);
  private final LookLoop loop;
  private final AtomicLong told = new AtomicLong();
  private final AtomicLong troubled = new AtomicLong();

  CallLoop(JdbcPhones phones, Messenger messenger, CallWords words, InstantSource clock) {
    this.phones = phones;
    this.messenger = messenger;
    this.words = words;
    this.clock = clock;
    this.loop = new LookLoop("wish-calls", PACE, clock, this::look);
  }

  private static Thread sender(Runnable work) {
    Thread made = new Thread(work, "wish-sender");
    made.setDaemon(true);
    return made;
  }

  void start() {
    loop.start();
  }

  /** Words that push services took since the start. */
  double told() {
    return told.get();
  }

  /** Attempts that did not tell since the start. */
  double troubled() {
    return troubled.get();
  }

  private void look(Instant now) throws SQLException {
    Set<String> underWay = Set.copyOf(busy); // Before the rows are read: an end may come between.
    for (JdbcPhones.Due due : phones.due(now, MOST_AT_ONCE)) {
      String token = due.call().token();
      if (!underWay.contains(token)) {
        busy.add(token);
        senders.execute(
            () -> {
              try {
                tell(due);
              } finally {
                busy.remove(token);
              }
            });
      }
    }
  }

  private void tell(JdbcPhones.Due due) {
    Outcome outcome = attempt(due, clock.instant());
    boolean done = outcome instanceof Outcome.Delivered;
    (done ? told : troubled).incrementAndGet();
    if (!done) {
      // Without token and address: both are keys.
      LOG.info(
          "phone not told what={} attempt={} why={}",
          due.call().what(),
          due.attempts() + 1,
          outcome.why());
    }
    writeDown(due, CallRule.of(due.call(), due.attempts() + 1, outcome, clock.instant()));
  }

  private Outcome attempt(JdbcPhones.Due due, Instant now) {
    if (!due.call().useful().isAfter(now)) {
      return Outcome.later("it came too late");
    }
    try {
      return messenger.tell(words.of(due.call(), due.phone().language(), now), due.phone(), now);
    } catch (RuntimeException e) {
      // Ours to mend; its text may hold the address, so only its kind is logged.
      LOG.error("messenger broke exception={}", e.getClass());
      return Outcome.later("the messenger broke");
    }
  }

  /** However long it takes: what is not written down is told again after a restart. */
  private void writeDown(JdbcPhones.Due due, CallRule.After after) {
    Thread.interrupted(); // A stop may interrupt the messenger; the database is still there.
    try {
      while (true) {
        try {
          phones.ended(due, after);
          return;
        } catch (SQLException e) {
          LOG.debug("outcome not stored yet", e); // The look says that the database is away.
        }
        if (stopping.await(PACE.everyMillis(), TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    loop.close();
    senders.shutdown();
    try {
      if (!senders.awaitTermination(STOP_SECONDS, TimeUnit.SECONDS)) {
        senders.shutdownNow();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      senders.shutdownNow();
    }
  }
}
