package io.shedwatch.server.rule;

import io.shedwatch.contract.Reading;
import io.shedwatch.server.readings.ReadingStore;
import io.shedwatch.server.readings.Scope;
import io.shedwatch.server.site.Site;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Back-tests: the stored readings of the last days through the rule in force and through a changed
 * one, both from the same beginning. One runs at a time, on a thread of its own; results are in
 * memory, the last {@link #MOST_KEPT}.
 */
public final class BackTests implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BackTests.class);

  static final int MOST_DAYS = 30;
  private static final int MOST_KEPT = 20;
  private static final long DAY_MILLIS = 24 * 3_600_000L;

  private final Site site;
  private final ReadingStore store;
  private final Deque<Run> runs = new ArrayDeque<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread made = new Thread(work, "back-test");
            made.setDaemon(true);
            return made;
          });

  public BackTests(Site site, ReadingStore store) {
    this.site = site;
    this.store = store;
  }

  /** How far a run is. */
  enum State {
    RUNNING,
    DONE,
    FAILED
  }

  /**
   * What came out.
   *
   * @param live what the rule in force finds
   * @param changed what the changed one finds
   * @param readings how many were judged
   */
  record Result(List<BackTest.Found> live, List<BackTest.Found> changed, long readings) {
    static final Result NOTHING = new Result(List.of(), List.of(), 0);

    List<BackTest.Found> gained() {
      return BackTest.without(changed, live);
    }

    List<BackTest.Found> lost() {
      return BackTest.without(live, changed);
    }
  }

  /** What is asked for: times in epoch milliseconds. */
  record Plan(RuleSet live, RuleVersion changed, long from, long to) {}

  /** One back-test while it runs and afterwards. Thread-safe. */
  static final class Run {
    private final String id = "bt-" + UUID.randomUUID().toString().substring(0, 12);
    private final Plan plan;
    private final int parts;
    private final AtomicInteger done = new AtomicInteger();
    private volatile State state = State.RUNNING;
    private volatile Result result = Result.NOTHING;

    Run(Plan plan, int parts) {
      this.plan = plan;
      this.parts = parts;
    }

    String id() {
      return id;
    }

    Plan plan() {
      return plan;
    }

    State state() {
      return state;
    }

    /** From 0 to 1. */
    double progress() {
      return state() == State.DONE ? 1 : Math.min(1, done.get() / (double) Math.max(1, parts));
    }

    Result result() {
      return result;
    }
  }

  /** Starts one; empty while another runs. */
  synchronized Optional<Run> start(Plan plan) {
    if (runs.stream().anyMatch(run -> run.state() == State.RUNNING)) {
      return Optional.empty();
    }
    int days = (int) ((plan.to() - plan.from() + DAY_MILLIS - 1) / DAY_MILLIS);
    Run run = new Run(plan, days * site.sheds().size());
    runs.addFirst(run);
    while (runs.size() > MOST_KEPT) {
      runs.removeLast();
    }
    try {
      thread.execute(() -> work(run));
    } catch (RejectedExecutionException e) {
      run.state = State.FAILED; // The server is stopping.
    }
    return Optional.of(run);
  }

  synchronized Optional<Run> find(String id) {
    return runs.stream().filter(run -> run.id().equals(id)).findFirst();
  }

  private void work(Run run) {
    try {
      run.result = judge(run.plan, run.done);
      run.state = State.DONE;
      LOG.info(
          "back-test done rule={} readings={} live={} changed={}",
          run.plan.changed().rule().word(),
          run.result.readings(),
          run.result.live().size(),
          run.result.changed().size());
    } catch (IOException | RuntimeException e) {
      LOG.warn("back-test failed rule={}", run.plan.changed().rule().word(), e);
      run.state = State.FAILED;
    }
  }

  /** Both versions over all sheds, a day at a time: what is in memory is one shed's day. */
  Result judge(Plan plan, AtomicInteger done) throws IOException {
    RuleName rule = plan.changed().rule();
    List<BackTest.Found> live = new ArrayList<>();
    List<BackTest.Found> changed = new ArrayList<>();
    long readings = 0;
    for (Site.Shed shed : site.sheds()) {
      BackTest before = test(shed, rule, plan.live());
      BackTest after = test(shed, rule, plan.live().with(plan.changed()));
      for (long day = plan.from(); day < plan.to(); day += DAY_MILLIS) {
        if (Thread.currentThread().isInterrupted()) {
          throw new IOException("the server is stopping");
        }
        readings += replay(shed, day, Math.min(day + DAY_MILLIS, plan.to()), before, after);
        done.incrementAndGet();
      }
      live.addAll(before.found());
      changed.addAll(after.found());
    }
    return new Result(byTime(live), byTime(changed), readings);
  }

  private BackTest test(Site.Shed shed, RuleName rule, RuleSet rules) {
    return new BackTest(
        shed.shed(), shed.sockets(), rule, new ShedWatch.Scene(rules, site.timezone()));
  }

  private record Stored(long at, Reading reading) {}

  private int replay(Site.Shed shed, long from, long to, BackTest before, BackTest after)
      throws IOException {
    List<Stored> day = new ArrayList<>();
    store.raw(
        Scope.wholeShed(shed.shed()),
        from,
        to,
        (at, reading) -> {
          if (reading.socket() >= 1 && reading.socket() <= shed.sockets()) {
            day.add(new Stored(at, reading));
          }
        });
    day.sort(Comparator.comparingLong(Stored::at)); // Stable: by socket within a moment.
    List<Reading> moment = new ArrayList<>();
    for (int i = 0; i < day.size(); i++) {
      moment.add(day.get(i).reading());
      long at = day.get(i).at();
      if (i + 1 == day.size() || day.get(i + 1).at() != at) {
        before.next(moment, at);
        after.next(moment, at);
        moment.clear();
      }
    }
    return day.size();
  }

  private static List<BackTest.Found> byTime(List<BackTest.Found> found) {
    return found.stream().sorted(Comparator.comparingLong(BackTest.Found::raisedAt)).toList();
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("a back-test did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
