package io.shedwatch.simulation.demo;

import io.shedwatch.edge.Agent;
import io.shedwatch.edge.AgentLoop;
import io.shedwatch.edge.Bell;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.uplink.Dialer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The present: one agent for all sheds, and somebody who boils water now and then and looks after
 * the sockets that tripped.
 */
final class LiveSheds implements AutoCloseable {
  private static final long ROUND_MILLIS = 500;

  /** Soon enough to see an alarm while one looks around, in real time. */
  private static final long FIRST_KETTLE_MILLIS = Duration.ofSeconds(100).toMillis();

  private static final long KETTLE_EVERY_MILLIS = Duration.ofMinutes(45).toMillis();

  private final Agent agent;
  private final TownFeed feed;
  private final Caretaker caretaker;
  private final List<AgentLoop> loops = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Thread minder = new Thread(this::mind, "minder");
  private long nextKettleAt;

  /**
   * @param feed the town, which has lived until now
   * @param caretaker hears of its trips
   */
  LiveSheds(Agent.Sources sources, TownFeed feed, Caretaker caretaker) {
    this.agent = new Agent(sources);
    this.feed = feed;
    this.caretaker = caretaker;
    long wait = (long) (FIRST_KETTLE_MILLIS * sources.scale().factor());
    this.nextKettleAt = agent.loopTime().millis() + wait;
    minder.setDaemon(true);
  }

  /**
   * Adds a shed, before the start, in the order of the town's map.
   *
   * @throws IOException when the spool cannot be opened
   */
  void add(TownShed shed, SpoolSettings spool, Dialer dialer) throws IOException {
    loops.add(
        agent.add(
            new Agent.ShedPlan(
                shed.address(), shed.parts(feed, agent.loopTime()), new Bell(), spool, dialer)));
  }

  void start() {
    agent.start();
    minder.start();
  }

  private void mind() {
    try {
      while (!closing.await(ROUND_MILLIS, TimeUnit.MILLISECONDS)) {
        long now = agent.loopTime().millis();
        if (now >= nextKettleAt) {
          nextKettleAt = now + KETTLE_EVERY_MILLIS;
          feed.boilWater(now);
        }
        for (Caretaker.Visit visit : caretaker.due(now)) {
          loops.get(visit.shed()).resetAtTheShed(OptionalInt.of(visit.socket()));
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says the clean deaths; takes a few seconds at most. */
  @Override
  public void close() {
    closing.countDown();
    agent.close();
  }
}
