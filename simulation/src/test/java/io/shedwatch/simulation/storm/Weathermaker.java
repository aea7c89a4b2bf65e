package io.shedwatch.simulation.storm;

import io.shedwatch.contract.CommandAction;
import io.shedwatch.edge.ShedParts;
import io.shedwatch.edge.uplink.SimulatedAgent;
import io.shedwatch.edge.uplink.SimulatedNetwork.Weather;
import io.shedwatch.server.intake.SimulatedServer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Draws what goes wrong in a storm, and when it is mended. */
final class Weathermaker {
  private static final int TEN_MINUTES = 600;

  private record Mending(long at, Runnable work) {}

  private final Storm storm;
  private final Random random;
  private final List<Mending> mendings = new ArrayList<>();
  private final Deque<SimulatedServer.Backup> backups = new ArrayDeque<>();
  private boolean restored;
  private boolean brokerUp = true;

  Weathermaker(Storm storm) {
    this.storm = storm;
    this.random = storm.random;
  }

  /** Whether a server began again from a backup. */
  boolean restored() {
    return restored;
  }

  /** What this second brings. */
  void act() {
    mend();
    for (SimulatedAgent agent : storm.agents) {
      actOn(agent);
    }
    actOnServer();
    if (one(3_000) && brokerUp) {
      brokerUp = false;
      storm.crashBroker();
      later(random.nextInt(TEN_MINUTES), this::mendBroker);
    }
    if (one(150)) {
      CommandAction[] all = CommandAction.values();
      storm.order(shed(), socket(), all[random.nextInt(all.length)]);
    }
    if (one(400)) {
      storm.town.boilWaterSomewhere(storm.now());
    }
    if (one(1_200)) {
      storm.newLimits();
    }
  }

  private void actOn(SimulatedAgent agent) {
    if (one(150) && brokerUp) {
      agent.network().weather = weather();
    }
    if (one(700) && agent.isRunning()) {
      agent.killSoon();
      later(random.nextInt(180), () -> agent.start(ShedParts.Start.AGENT_ONLY));
    }
    if (one(4_000)) {
      agent.cutPower();
      later(random.nextInt(120), () -> agent.start(ShedParts.Start.AFTER_POWER_CUT));
    }
    if (one(4_000)) {
      storm.fillDisk(agent);
      later(random.nextInt(300), () -> agent.disk().full(false));
    }
    if (one(6_000)) {
      agent.setClock(random.nextBoolean() ? -10_000 : 3_600_000);
    }
  }

  private void actOnServer() {
    if (one(500) && storm.server.isRunning()) {
      if (random.nextInt(3) == 0) {
        storm.server.kill();
      } else {
        storm.server.killInTheNextCommit(random.nextBoolean());
      }
      later(random.nextInt(120), storm::startServer);
    }
    if (one(1_500)) {
      storm.server.storeAway(true);
      later(random.nextInt(TEN_MINUTES), () -> storm.server.storeAway(false));
    }
    if (one(2_000)) {
      storm.server.ledgerAway(true);
      later(random.nextInt(300), () -> storm.server.ledgerAway(false));
    }
    if (one(900)) {
      backups.add(storm.server.backup());
    }
    if (one(12_000) && !backups.isEmpty()) {
      restored = true;
      storm.server.restore(backups.getFirst());
      storm.said.forEach(SaidBySheds::serverForgot);
      later(random.nextInt(60), storm::startServer);
    }
  }

  private Weather weather() {
    if (random.nextInt(3) == 0) {
      return Weather.FINE;
    }
    return new Weather(
        random.nextDouble() * 0.5,
        random.nextDouble() * 0.4,
        random.nextDouble() * 0.3,
        random.nextDouble() * 0.01,
        1 + random.nextInt(3_000));
  }

  private boolean one(int in) {
    return random.nextInt(in) == 0;
  }

  private int shed() {
    return random.nextInt(storm.agents.size());
  }

  private int socket() {
    return 1 + random.nextInt(Storm.SOCKETS);
  }

  private void later(int seconds, Runnable work) {
    mendings.add(new Mending(storm.now() + 1_000L * seconds, work));
  }

  private void mend() {
    List<Mending> due = mendings.stream().filter(mending -> mending.at() <= storm.now()).toList();
    mendings.removeAll(due);
    due.forEach(mending -> mending.work().run());
  }

  private void mendBroker() {
    brokerUp = true;
    storm.startBroker(weather());
    storm.startServer();
  }

  /** Everything is mended, and the weather is fine. */
  void end() {
    List<Mending> all = List.copyOf(mendings);
    mendings.clear();
    all.forEach(mending -> mending.work().run());
    storm.server.storeAway(false);
    storm.server.ledgerAway(false);
    storm.startServer();
    storm.server.spare();
    storm.broker.calm();
    for (SimulatedAgent agent : storm.agents) {
      agent.disk().full(false);
      agent.network().weather = Weather.FINE;
      agent.start(ShedParts.Start.AGENT_ONLY);
      agent.spare();
    }
  }
}
