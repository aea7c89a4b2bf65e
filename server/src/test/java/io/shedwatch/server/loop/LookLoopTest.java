package io.shedwatch.server.loop;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a room may rely on when it hands its look to a loop. */
@Timeout(60)
final class LookLoopTest {
  private static final Instant AT = Instant.parse("2026-03-01T20:00:00Z");
  private static final Pace QUICK = Pace.everyMillis(1).atOnce();
  private static final long FOR_EVER = TimeUnit.DAYS.toMillis(365);

  @Test
  void eachLookIsToldItsTime() {
    AtomicInteger seconds = new AtomicInteger();
    List<Instant> told = new CopyOnWriteArrayList<>();
    InstantSource clock = () -> AT.plusSeconds(seconds.getAndIncrement());
    try (LookLoop loop = started(QUICK, clock, told::add)) {
      Await.until("three looks", () -> loop.looks() >= 3);
    }
    assertThat(told.subList(0, 3)).containsExactly(AT, AT.plusSeconds(1), AT.plusSeconds(2));
  }

  @Test
  void theFirstLookWaitsUnlessItIsToBeAtOnce() {
    Pace slow = Pace.everyMillis(FOR_EVER);
    List<Instant> waiting = new CopyOnWriteArrayList<>();
    try (LookLoop later = started(slow, () -> AT, waiting::add);
        LookLoop soon = started(slow.atOnce(), () -> AT, now -> {})) {
      Await.until("the one that begins at once", () -> soon.looks() == 1);
      assertThat(later.looks()).isZero();
    }
    assertThat(waiting).as("a close ends the waiting, without another look").isEmpty();
  }

  @Test
  void troubleHasAPauseOfItsOwnAndThenGoesOn() {
    AtomicBoolean away = new AtomicBoolean(true);
    AtomicInteger done = new AtomicInteger();
    LookLoop.Look look =
        now -> {
          if (away.get()) {
            throw new IOException("the store is away");
          }
          done.incrementAndGet();
        };
    try (LookLoop patient = started(QUICK.afterTroubleMillis(FOR_EVER), () -> AT, look);
        LookLoop eager =
            started(Pace.everyMillis(FOR_EVER).atOnce().afterTroubleMillis(1), () -> AT, look)) {
      Await.until("trouble many times", () -> eager.looks() >= 5);
      Await.until("trouble once", () -> patient.looks() == 1);
      away.set(false);
      Await.until("the same look works", () -> done.get() == 1);
      assertThat(patient.looks()).as("still in its pause").isEqualTo(1);
    }
  }

  @Test
  void poisonDoesNotEndIt() {
    List<Throwable> poison =
        new ArrayList<>(
            List.of(
                new IllegalStateException("a broken invariant"),
                new StackOverflowError(),
                new NoClassDefFoundError("a missing part"),
                new Exception("checked")));
    int bad = poison.size();
    try (LookLoop loop =
        started(
            QUICK,
            () -> AT,
            now -> {
              if (!poison.isEmpty()) {
                LookLoopTest.<RuntimeException>thrown(poison.remove(0));
              }
            })) {
      Await.until("it looks on", () -> loop.looks() > bad);
    }
    assertThat(poison).isEmpty();
  }

  @Test
  void aClockThatFailsDoesNotEndItEither() {
    AtomicInteger asked = new AtomicInteger();
    InstantSource clock =
        () -> {
          if (asked.getAndIncrement() == 0) {
            throw new IllegalStateException("no time yet");
          }
          return AT;
        };
    try (LookLoop loop = started(QUICK, clock, now -> {})) {
      Await.until("it looks on", () -> loop.looks() >= 2);
    }
  }

  @Test
  void anInterruptEndsIt() throws InterruptedException {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    CountDownLatch never = new CountDownLatch(1);
    try (LookLoop inside =
            started(
                QUICK,
                () -> AT,
                now -> {
                  threads.add(Thread.currentThread());
                  never.await();
                });
        LookLoop between =
            started(
                Pace.everyMillis(FOR_EVER).atOnce(),
                () -> AT,
                now -> threads.add(Thread.currentThread()))) {
      Await.until("both looked", () -> threads.size() == 2 && between.looks() == 1);
      for (Thread thread : threads) {
        thread.interrupt();
        thread.join();
      }
      assertThat(inside.looks()).isZero();
      assertThat(between.looks()).isEqualTo(1);
    }
  }

  @Test
  void aCloseWaitsForTheLookUnderWayAndNoneBeginsAfterIt() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch closing = new CountDownLatch(1);
    AtomicBoolean whole = new AtomicBoolean();
    LookLoop loop =
        started(
            QUICK,
            () -> AT,
            now -> {
              begun.countDown();
              closing.await();
              whole.set(true);
            });
    Await.until("a look is under way", () -> begun.getCount() == 0);
    closing.countDown();
    loop.close();
    long looks = loop.looks();
    assertThat(whole).isTrue();
    assertThat(looks).isPositive();
    loop.close();
    assertThat(loop.looks()).as("closing twice is closing once").isEqualTo(looks);
  }

  @Test
  void aCloseGivesUpOnALookThatHangs() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch mended = new CountDownLatch(1);
    AtomicBoolean interrupted = new AtomicBoolean();
    LookLoop loop =
        started(
            QUICK.stopWithinMillis(50),
            () -> AT,
            now -> {
              begun.countDown();
              try {
                mended.await();
              } catch (InterruptedException e) {
                interrupted.set(true);
                throw e;
              }
            });
    Await.until("a look hangs", () -> begun.getCount() == 0);
    loop.close(); // Returns: what hangs is still hanging.
    assertThat(loop.looks()).isZero();
    mended.countDown();
    Await.until("the look ends in its own time", () -> loop.looks() == 1);
    assertThat(interrupted).as("a statement under way is never cut").isFalse();
  }

  private static LookLoop started(Pace pace, InstantSource clock, LookLoop.Look look) {
    LookLoop loop = new LookLoop("look-loop-test", pace, clock, look);
    loop.start();
    return loop;
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> void thrown(Throwable poison) throws T {
    throw (T) poison;
  }
}
