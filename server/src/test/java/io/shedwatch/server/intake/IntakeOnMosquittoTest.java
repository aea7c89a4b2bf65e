package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertState;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** mosquitto_pub plays a shed against the real broker; what it said ends in rows. */
final class IntakeOnMosquittoTest {
  @TempDir private Path folder;

  private final RecordingFeed feed = new RecordingFeed();
  private final InMemorySink sink = new InMemorySink();
  private Mosquitto broker;
  private TestDatabase database;
  private Intake intake;
  private RunningProgram listener;

  @BeforeEach
  void start() throws IOException {
    broker = Mosquitto.start(folder.resolve("broker"));
    database = TestDatabase.h2(folder);
    intake = startIntake("first");
    Await.until("the intake listens", () -> intake.connected());
    listener =
        RunningProgram.start(
            folder,
            "heard",
            List.of(
                "mosquitto_sub",
                "-p",
                port(),
                "-V",
                "5",
                "-v",
                "-t",
                "shedwatch/v1/test/+/stored",
                "-t",
                "shedwatch/v1/test/+/commands",
                "-t",
                "shedwatch/v1/test/+/limits"));
    Await.until("limits are said at the connect", () -> listener.said().contains("s02/limits"));
  }

  @AfterEach
  void stop() {
    listener.close();
    intake.close();
    database.close();
    broker.close();
  }

  @Test
  void aBirthAReadingAndAnAlarmEndInRowsOnTheBoardAndInReceipts() throws Exception {
    long now = System.currentTimeMillis();
    say("status", birth(now, 1));
    say("readings", readings(now, 2, "charging", 180));
    say("readings", readings(now + 1_000, 3, "free", 0));
    say(
        "alarms",
        """
        {"boot":"b1","seq":4,"at":%d,"alarm":"b1-4","socket":3,"kind":"overcurrent","phase":"raised",\
        "measured":16.2,"limit":10.0,"action":"relay-opened"}"""
            .formatted(now));

    Await.until("all of it is stored", () -> listener.said().contains("\"seq\":4"));
    assertThat(database.rows("select session, stop_reason, peak_watts from charging_session"))
        .containsExactly("test-s01-3-b1-2 unplugged 180.0");
    assertThat(database.rows("select alert, severity, state, incident from alert"))
        .containsExactly("test-s01-b1-4 critical active-unacknowledged test-s01-b1-4");
    assertThat(database.rows("select incident, open_key, state from incident"))
        .containsExactly("test-s01-b1-4 test/s01/3 open");
    assertThat(database.rows("select number, event, cause from incident_event"))
        .containsExactly("1 opened test-s01-b1-4:raised");
    assertThat(feed.alerts.get(0).state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(feed.incidents).hasSize(1);
    assertThat(feed.shed("s01").state()).contains(ShedState.ONLINE);
    assertThat(feed.shed("s01").sockets().get(2).reading().usage()).isEqualTo(Usage.FREE);
    assertThat(sink.size()).isEqualTo(2);

    say(
        "alarms",
        """
        {"boot":"b1","seq":5,"at":%d,"alarm":"b1-4","socket":3,"kind":"overcurrent",\
        "phase":"cleared","action":"none"}"""
            .formatted(now + 5));
    Await.until(
        "the alert is cleared",
        () -> database.rows("select state from alert").equals(List.of("cleared-unacknowledged")));
    assertThat(database.rows("select state from incident")).containsExactly("open");
  }

  @Test
  void anOrderIsSentUntilItsOutcome() throws Exception {
    say("status", birth(System.currentTimeMillis(), 1));
    String command =
        intake
            .commands()
            .order(
                new ShedId("s01"),
                3,
                CommandAction.OPEN_RELAY,
                "staff-7",
                System.currentTimeMillis())
            .value();
    Await.until("the order is out", () -> listener.said().contains(command));
    say(
        "outcomes",
        """
        {"boot":"b1","seq":2,"at":%d,"command":"%s","result":"done"}"""
            .formatted(System.currentTimeMillis(), command));
    Await.until(
        "the outcome is in",
        () -> database.rows("select result from socket_command").equals(List.of("done")));
  }

  @Test
  void whatCannotBeUsedIsKeptForStaffAndTheRestGoesOn() throws Exception {
    long now = System.currentTimeMillis();
    say("status", birth(now, 1));
    say("readings", "{\"boot\":\"b1\",\"seq\":2,\"at\":\"noon\",\"readings\":[]}");
    say("readings", "no json");
    shedSays("s99", "readings", readings(now, 1, "free", 0));
    say("readings", readings(now, 3, "free", 0));

    Await.until("the rest is stored", () -> listener.said().contains("\"seq\":3"));
    assertThat(database.rows("select reason from rejected_message order by reason"))
        .containsExactly("ill-typed", "not-json", "unknown-shed");
    assertThat(database.rows("select boot, from_seq, to_seq, why from lost_messages"))
        .containsExactly("b1 2 2 ill-typed");
  }

  @Test
  void aSecondServerOfTheSiteRefusesToStart() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(() -> startIntake("second"))
                .getMessage())
        .contains("another server holds site test (first)");
  }

  @Test
  void messagesOfTheTimeWithoutBrokerArriveWhenItIsBack() throws Exception {
    say("status", birth(System.currentTimeMillis(), 1));
    Await.until("stored", () -> listener.said().contains("\"seq\":1"));
    broker.program().kill();
    Await.until("the loss is seen", () -> !intake.connected());
    broker.restart();
    Await.until("the intake is back", () -> intake.connected());
    say("readings", readings(System.currentTimeMillis(), 2, "charging", 100));
    Await.until(
        "its session is there",
        () -> database.rows("select session from charging_session").size() == 1);
  }

  private Intake startIntake(String holder) {
    IntakeRoom room =
        new IntakeRoom(
            TestSite.of(2, 4),
            database.pool(),
            sink,
            feed,
            StepRules.DEFAULTS,
            InstantSource.system(),
            new SimpleMeterRegistry(),
            holder,
            2);
    return Intake.start(
        room,
        new MqttAddress(broker.url(), "server-" + holder, Optional.empty(), Optional.empty()));
  }

  private String port() {
    return Integer.toString(broker.port());
  }

  private void say(String channel, String body) throws IOException {
    shedSays("s01", channel, body);
  }

  private void shedSays(String shed, String channel, String body) throws IOException {
    String topic = "shedwatch/v1/test/" + shed + "/" + channel;
    RunningProgram.start(
            folder,
            "mosquitto_pub",
            List.of("mosquitto_pub", "-V", "5", "-q", "1", "-p", port(), "-t", topic, "-m", body))
        .awaitSuccess();
  }

  private static String birth(long at, long seq) {
    return """
    {"boot":"b1","bootNumber":1,"seq":%d,"at":%d,"state":"online","agent":"1.0.0","sockets":4,\
    "holds":[{"boot":"b1","from":1,"to":1}],"open":[]}"""
        .formatted(seq, at);
  }

  private static String readings(long at, long seq, String usage, int watts) {
    return """
    {"boot":"b1","seq":%d,"at":%d,"readings":[{"socket":3,"usage":"%s","relay":"closed",\
    "volts":221.4,"amperes":0.82,"watts":%d,"wattHours":15234.5}]}"""
        .formatted(seq, at, usage, watts);
  }
}
