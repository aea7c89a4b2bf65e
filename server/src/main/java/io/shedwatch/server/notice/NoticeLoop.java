package io.shedwatch.server.notice;

import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.notice.courier.Courier;
import io.shedwatch.server.notice.courier.Outcome;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
 * Looks several times a second what is to be told, and hands it to couriers on threads of their
 * own: a receiver that hangs keeps only itself waiting.
 */
final class NoticeLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NoticeLoop.class);

  private static final long STOP_MILLIS = 3_000;

  /** A critical alert waits a look at most beside its hold. */
  private static final Pace PACE = Pace.everyMillis(200).stopWithinMillis(STOP_MILLIS);

  /** After a round with trouble so many looks do nothing. */
  private static final int LOOKS_OF_REST = 2;

  private static final Duration DIGEST_EVERY = Duration.ofMinutes(1);

  /** So many receivers may hang at once before others wait for them. */
  private static final int SENDERS = 16;

  private static final long TROUBLE_PAUSE_MILLIS = 500;

  private final JdbcNoticeDesk desk;
  private final Courier courier;
  private final InstantSource clock;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final ExecutorService senders;
  private final LookLoop loop;
  private final AtomicLong delivered = new AtomicLong();
  private final AtomicLong troubled = new AtomicLong();
  private final NoticeTroubles troubles = new NoticeTroubles();
  private Instant digestAt = Instant.MIN;
  private int rest;

  NoticeLoop(JdbcNoticeDesk desk, Courier courier, InstantSource clock) {
    this.desk = desk;
    this.courier = courier;
    this.clock = clock;
    this.senders =
        Executors.newFixedThreadPool(
            SENDERS,
            work -> {
              Thread made = new Thread(work, "notice-sender");
              made.setDaemon(true);
              return made;
            });
    this.loop = new LookLoop("notices", PACE, clock, this::look);
  }

  void start() throws SQLException {
    int resumed = desk.resume(clock.instant());
    if (resumed > 0) {
      LOG.warn("attempts without a known end are repeated count={}", resumed);
    }
    loop.start();
  }

  /** Messages delivered since the start; those of drills are no figure. */
  double delivered() {
    return delivered.get();
  }

  /** Attempts that did not deliver since the start. */
  double troubled() {
    return troubled.get();
  }

  /** What keeps notices from going out, as the newest round found it. */
  Optional<NoticeTrouble> trouble() {
    return troubles.now();
  }

  private void look(Instant now) {
    if (rest > 0) {
      rest--;
      return;
    }
    round(now);
    rest = troubles.endRound() ? 0 : LOOKS_OF_REST;
  }

  /** What fails on one route keeps no other from its turn, and so is no trouble of the loop's. */
  private void round(Instant now) {
    troubles.step("route", () -> desk.route(now));
    List<String> due = new ArrayList<>();
    troubles.step("due", () -> due.addAll(desk.dueRoutes(now)));
    for (String route : due) {
      troubles.step("compose route=" + route, () -> desk.compose(route, now));
    }
    if (!digestAt.plus(DIGEST_EVERY).isAfter(now)) {
      digestAt = now;
      troubles.step("digest", () -> desk.digest(now));
    }
    List<Errand> errands = new ArrayList<>();
    troubles.step("claim", () -> errands.addAll(desk.claim(busy, now)));
    for (Errand errand : errands) {
      String robot = errand.destination().robot();
      busy.add(robot);
      senders.execute(
          () -> {
            try {
              send(errand);
            } finally {
              busy.remove(robot);
            }
          });
    }
  }

  private void send(Errand errand) {
    Outcome outcome;
    try {
      outcome = courier.send(errand.letter(), errand.destination(), clock.instant());
    } catch (RuntimeException e) {
      // Ours to mend; its text may hold the address, so only its kind is logged.
      LOG.error("courier broke notice={} exception={}", errand.letter().notice(), e.getClass());
      outcome = Outcome.later("the courier broke: " + e.getClass().getSimpleName());
    }
    boolean done = outcome instanceof Outcome.Delivered;
    if (!errand.notice().message().drill()) {
      (done ? delivered : troubled).incrementAndGet();
    }
    if (!done) {
      LOG.warn(
          "notice not delivered notice={} route={} attempt={} why={}",
          errand.letter().notice(),
          errand.notice().route(),
          errand.attempt(),
          outcome.why());
    }
    writeDown(errand, outcome);
  }

  /** However long it takes: what is not written down is sent again after a restart. */
  private void writeDown(Errand errand, Outcome outcome) {
    Thread.interrupted(); // A stop may interrupt the courier; the database is still there.
    String notice = errand.letter().notice();
    for (long attempt = 1; true; attempt++) {
      try {
        desk.ended(errand, outcome, clock.instant());
        if (attempt > 1) {
          LOG.info("outcome stored notice={} attempts={}", notice, attempt);
        }
        return;
      } catch (SQLException | RuntimeException e) {
        if (attempt == 1) {
          LOG.warn("outcome not stored yet notice={} kind={}", notice, NoticeTrouble.of(e), e);
        }
      }
      try {
        if (stopping.await(TROUBLE_PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  @Override
  public void close() {
    stopping.countDown();
    loop.close();
    try {
      senders.shutdown();
      if (!senders.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
        senders.shutdownNow();
        if (!senders.awaitTermination(STOP_MILLIS, TimeUnit.MILLISECONDS)) {
          LOG.warn("couriers did not end in time");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      senders.shutdownNow();
    }
  }
}
