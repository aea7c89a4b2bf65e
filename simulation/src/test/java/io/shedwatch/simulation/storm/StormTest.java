package io.shedwatch.simulation.storm;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.uplink.SimulatedAgent;
import io.shedwatch.server.intake.SimulatedServer;
import io.shedwatch.server.live.SocketLive;
import io.shedwatch.testkit.Seeds;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whatever the network, the disks, the clocks, the broker and the processes do for an hour and a
 * half of a town's evening: no socket draws too much for long, nothing that was said is lost in
 * silence, and in the end the server knows what an undisturbed one would.
 *
 * <p>{@code -Dseed=N} replays one run; {@code -Dstorm.sheds=17 -Dstorm.minutes=1440} makes it
 * larger.
 */
final class StormTest {
  private static final int SHEDS = Integer.getInteger("storm.sheds", 3);
  private static final int MINUTES = Integer.getInteger("storm.minutes", 90);
  private static final int SPOOL_MESSAGES = 100_000;

  /** After the storm: the longest wait before a message is sent again is ten minutes. */
  private static final int MOST_MINUTES_TO_SETTLE = 90;

  /** Each socket is said once in five minutes at least. */
  private static final int ONCE_AROUND_SECONDS = 400;

  /** A kettle trips in 7 s by the curve and in 2 beyond three times the limit. */
  private static final int LONGEST_OVERLOAD_SECONDS = 12;

  private static final double OVERLOAD_WATTS = 700;

  @Seeds(120)
  void nothingIsLostAndNobodyIsInDanger(long seed) {
    try (Storm storm = new Storm(seed, SHEDS, SPOOL_MESSAGES)) {
      Weathermaker weather = new Weathermaker(storm);
      int[][] overload = new int[SHEDS][Storm.SOCKETS];
      for (int second = 0; second < MINUTES * 60; second++) {
        weather.act();
        storm.second();
        noSocketDrawsTooMuchForLong(storm, overload);
        if (second % 10 == 0) {
          storm.agents.forEach(StormTest::whatTrippedIsOff);
        }
      }
      weather.end();
      settle(storm);
      everythingSaidIsKnown(storm);
      ordersHaveOneOutcome(storm);
      if (!weather.restored()) {
        for (int shed = 0; shed < SHEDS; shed++) {
          theServerKnowsWhatAnUndisturbedOneWould(storm, shed);
        }
      }
    }
  }

  private static void noSocketDrawsTooMuchForLong(Storm storm, int[][] overload) {
    for (int shed = 0; shed < SHEDS; shed++) {
      SimulatedAgent agent = storm.agents.get(shed);
      for (int socket = 1; socket <= Storm.SOCKETS; socket++) {
        boolean draws =
            agent.isRunning()
                && agent.relays().get(socket - 1).powered()
                && storm.town.socket(shed, socket).sample(storm.now()).watts() > OVERLOAD_WATTS;
        overload[shed][socket - 1] = draws ? overload[shed][socket - 1] + 1 : 0;
        assertThat(overload[shed][socket - 1])
            .as("seconds of overload at socket %d of %s", socket, agent.address())
            .isLessThanOrEqualTo(LONGEST_OVERLOAD_SECONDS);
      }
    }
  }

  private static void whatTrippedIsOff(SimulatedAgent agent) {
    if (!agent.isRunning()) {
      return;
    }
    for (OpenAlarm alarm : agent.openAlarms()) {
      if (alarm.fact().action() == AlarmAction.RELAY_OPENED && alarm.fact().socket().isPresent()) {
        int socket = alarm.fact().socket().getAsInt();
        assertThat(agent.relays().get(socket - 1).position())
            .as("%s of socket %d of %s", alarm.fact().kind(), socket, agent.address())
            .isEqualTo(RelayPosition.OPEN);
      }
    }
  }

  private static void settle(Storm storm) {
    int seconds = 0;
    while (seconds < MOST_MINUTES_TO_SETTLE * 60 && !isSettled(storm)) {
      storm.second();
      seconds++;
    }
    assertThat(isSettled(storm)).as("everything is delivered in the end").isTrue();
    for (int i = 0; i < ONCE_AROUND_SECONDS || !isSettled(storm); i++) {
      storm.second();
      assertThat(i).as("seconds until quiet").isLessThan(10 * ONCE_AROUND_SECONDS);
    }
  }

  private static boolean isSettled(Storm storm) {
    return storm.agents.stream().allMatch(agent -> agent.disk().held().isEmpty());
  }

  private static void everythingSaidIsKnown(Storm storm) {
    for (int i = 0; i < SHEDS; i++) {
      ShedAddress shed = storm.agents.get(i).address();
      for (SaidBySheds.Place place : storm.said.get(i).all().keySet()) {
        assertThat(storm.server.covers(shed, place.boot(), place.seq()))
            .as("%s of %s is stored or shown as lost", place, shed)
            .isTrue();
      }
    }
  }

  private static void ordersHaveOneOutcome(Storm storm) {
    assertThat(storm.outcomes.entrySet()).allMatch(order -> order.getValue().size() == 1);
  }

  private static void theServerKnowsWhatAnUndisturbedOneWould(Storm storm, int index) {
    SimulatedAgent agent = storm.agents.get(index);
    ShedAddress shed = agent.address();
    SaidBySheds said = storm.said.get(index);
    Predicate<SaidBySheds.Place> known =
        place ->
            storm.server.covers(shed, place.boot(), place.seq())
                && !storm.server.isLost(shed, place.boot(), place.seq());
    long end = storm.now();
    SimulatedServer calm =
        SimulatedServer.undisturbed(
            shed, Storm.SOCKETS, said.inOrder(known), () -> Instant.ofEpochMilli(end));
    if (!storm.server.gaveUpWaiting(shed)) {
      assertThat(rows(storm.server, shed, "sessions")).isEqualTo(rows(calm, shed, "sessions"));
    }
    assertThat(board(storm.server, shed)).as("the board").isEqualTo(board(calm, shed));
    assertThat(storm.server.openAlarms(shed))
        .as("what the shed holds true, the server does")
        .isEqualTo(
            agent.openAlarms().stream()
                .map(alarm -> alarm.id().value())
                .collect(Collectors.toSet()));
    everyAlarmIsAnAlert(storm, said, known);
    Set<String> unstored = said.readings(known);
    unstored.removeAll(storm.server.readings().keySet());
    assertThat(unstored).as("readings that no store has").isEmpty();
  }

  private static void everyAlarmIsAnAlert(
      Storm storm, SaidBySheds said, Predicate<SaidBySheds.Place> known) {
    String alerts = String.join("\n", storm.server.table("alerts"));
    said.all()
        .forEach(
            (place, message) -> {
              if (message instanceof Alarm alarm && known.test(place)) {
                assertThat(alerts).as("an alert for %s", alarm).contains(alarm.alarm().value());
              }
            });
  }

  private static List<String> rows(SimulatedServer server, ShedAddress shed, String table) {
    String ours = shed.site() + "-" + shed.shed() + "-";
    return server.table(table).stream().filter(row -> row.startsWith(ours)).toList();
  }

  private static List<Map.Entry<Object, Object>> board(SimulatedServer server, ShedAddress shed) {
    return server.board(shed).stream().map(StormTest::shown).toList();
  }

  private static Map.Entry<Object, Object> shown(SocketLive socket) {
    return Map.entry(socket.reading(), socket.at());
  }
}
