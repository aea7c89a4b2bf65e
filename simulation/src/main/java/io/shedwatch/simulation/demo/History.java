package io.shedwatch.simulation.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The days before now, lived again in the background: a town of the same seed, the agents' own
 * loops on a clock that runs as fast as receipts come, and their messages as the backlog of an
 * earlier boot. Ends when the server has stored the last one.
 */
final class History implements Runnable {
  /** Coarser than a second, and still finer than anything that happens in a shed but an inrush. */
  static final long STEP_MILLIS = 10_000;

  private static final long WAIT_MILLIS = 100;
  private static final int PERCENT_STEP = 5;
  private static final long DAY_MILLIS = Duration.ofDays(1).toMillis();

  /**
   * The days to live again, epoch milliseconds.
   *
   * @param startMillis where the town begins; its first days are its own
   * @param from a whole number of days before {@code until}
   */
  record Span(long startMillis, long from, long until) {
    int days() {
      return (int) ((until - from) / DAY_MILLIS);
    }
  }

  private final Span span;
  private final PastSheds sheds;
  private final List<PastLine> lines;
  private final BlockingQueue<Runnable> events;
  private final PrintStream out;
  private int toldPercent = -1;

  /**
   * @param lines one for each shed, whose outboxes the sheds have
   * @param events what happens on the lines
   * @param out gets lines that begin with {@code history}
   */
  History(
      Span span,
      PastSheds sheds,
      List<PastLine> lines,
      BlockingQueue<Runnable> events,
      PrintStream out) {
    this.span = span;
    this.sheds = sheds;
    this.lines = lines;
    this.events = events;
    this.out = out;
  }

  @Override
  public void run() {
    try {
      tell(0);
      sheds.findFeet(span.from());
      lines.forEach(PastLine::begin);
      for (long at = span.from() + STEP_MILLIS; at <= span.until(); at += STEP_MILLIS) {
        while (lines.stream().anyMatch(PastLine::isFull)) {
          send(WAIT_MILLIS);
        }
        sheds.step(at);
        send(0);
        tell((int) ((at - span.from()) * 100 / (span.until() - span.from())));
      }
      lines.forEach(line -> line.outbox().end(span.until()));
      while (!lines.stream().allMatch(PastLine::isStored)) {
        send(WAIT_MILLIS);
      }
      out.println("history done");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes what has happened, waiting so long for the first, and sends what may go. */
  private void send(long waitMillis) throws InterruptedException {
    Runnable event = events.poll(waitMillis, TimeUnit.MILLISECONDS);
    while (event != null) {
      event.run();
      event = events.poll();
    }
    long now = PastLine.monotonicMillis();
    lines.forEach(line -> line.pump(now));
  }

  private void tell(int percent) {
    int step = Math.min(99, percent) / PERCENT_STEP * PERCENT_STEP;
    if (step > toldPercent) {
      toldPercent = step;
      int day = Math.min(span.days(), 1 + step * span.days() / 100);
      out.println(
          String.format(Locale.ROOT, "history %d %% (day %d of %d)", step, day, span.days()));
    }
  }
}
