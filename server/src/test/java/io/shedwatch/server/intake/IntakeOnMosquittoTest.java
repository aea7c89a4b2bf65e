package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Gauge;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertState;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The plain path: what a shed says to a real broker ends in rows, on the board and in receipts. */
final class IntakeOnMosquittoTest {
  private static final ShedWords B1 = new ShedWords("b1", 1);

  @TempDir private Path folder;
  private IntakeRig rig;

  @BeforeEach
  void start() throws IOException {
    rig = IntakeRig.started(folder, TestDatabase.h2(folder));
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aSessionAndAnAlarmEndInRowsOnTheBoardAndInReceipts() throws Exception {
    long now = rig.now();
    rig.say("s01", "status", B1.birth(1, now));
    rig.say("s01", "readings", B1.readings(2, now, ShedWords.charging(3, 180)));
    rig.say("s01", "readings", B1.readings(3, now + 1_000, ShedWords.free(3)));
    rig.say("s01", "alarms", B1.raised(4, now, 3));
    rig.awaitStored("s01", "b1", 4);

    assertThat(rig.rows("select session, stop_reason, peak_watts from charging_session"))
        .containsExactly("test-s01-3-b1-2 unplugged 180.0");
    assertThat(rig.rows("select alert, severity, state, incident from alert"))
        .containsExactly("test-s01-b1-4 critical active-unacknowledged test-s01-b1-4");
    assertThat(rig.rows("select incident, open_key, state from incident"))
        .containsExactly("test-s01-b1-4 test/s01/3 open");
    assertThat(rig.rows("select number, event, cause from incident_event"))
        .containsExactly("1 opened test-s01-b1-4:raised");
    assertThat(rig.feed.alerts.get(0).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(rig.feed.incidents).hasSize(1);
    assertThat(rig.feed.shed("s01").state()).contains(ShedState.ONLINE);
    assertThat(rig.feed.shed("s01").sockets().get(2).reading().usage()).isEqualTo(Usage.FREE);
    assertThat(rig.sink.size()).isEqualTo(2);

    rig.say("s01", "alarms", B1.cleared(5, now + 5, "b1-4", 3));
    rig.awaitRows("select state from alert", "cleared-unacknowledged");
    assertThat(rig.rows("select state from incident")).containsExactly("open");
  }

  @Test
  void whatComesAgainChangesNothingAndIsConfirmedAgain() throws Exception {
    long now = rig.now();
    rig.say("s01", "status", B1.birth(1, now));
    rig.say("s01", "readings", B1.readings(2, now, ShedWords.charging(3, 180)));
    rig.say("s01", "alarms", B1.raised(3, now, 3));
    rig.awaitStored("s01", "b1", 3);
    LedgerFacts once = JdbcFacts.read(rig.database().pool());
    int told = rig.feed.alerts.size() + rig.feed.incidents.size();
    long confirmed = rig.receipts("s01", "b1", 3);

    rig.say("s01", "alarms", B1.raised(3, now, 3));
    rig.say("s01", "readings", B1.readings(2, now, ShedWords.charging(3, 180)));
    rig.say("s01", "status", B1.birth(1, now));
    rig.await("three repetitions", () -> rig.count("shedwatch.messages.repeated") == 3);
    rig.await("another receipt", () -> rig.receipts("s01", "b1", 3) > confirmed);
    assertThat(JdbcFacts.read(rig.database().pool())).isEqualTo(once);
    assertThat(rig.feed.alerts.size() + rig.feed.incidents.size()).isEqualTo(told);
  }

  @Test
  void anOrderIsSentUntilItsOutcome() throws Exception {
    rig.say("s01", "status", B1.birth(1, rig.now()));
    String command =
        rig.intake()
            .commands()
            .order(new ShedId("s01"), 3, CommandAction.OPEN_RELAY, "staff-7", rig.now())
            .value();
    rig.await("the order is out", () -> rig.heard(command));
    rig.await(
        "and again", () -> rig.heard().stream().filter(line -> line.contains(command)).count() > 1);
    rig.say("s01", "outcomes", B1.outcome(2, rig.now(), command));
    rig.awaitRows("select result from socket_command", "done");
  }

  @Test
  void eachLaneShowsItsOwnDepth() {
    assertThat(rig.meters.find("shedwatch.lane.depth").gauges())
        .extracting(gauge -> gauge.getId().getTag("lane"))
        .containsExactlyInAnyOrder("lane-0", "lane-1");
    assertThat(rig.meters.find("shedwatch.lane.depth").gauges())
        .extracting(Gauge::value)
        .containsOnly(0.0);
  }
}
