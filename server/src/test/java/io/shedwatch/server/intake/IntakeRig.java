package io.shedwatch.server.intake;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The intake of a site of two sheds with four sockets each, on a real broker and a real database.
 * mosquitto_pub plays the sheds, mosquitto_sub hears what the server says.
 */
final class IntakeRig implements AutoCloseable {
  final RecordingFeed feed = new RecordingFeed();
  final InMemorySink sink = new InMemorySink();
  final TestClock clock = new TestClock();
  final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final Path folder;
  private final Mosquitto broker;
  private final RunningProgram listener;
  private TestDatabase database;
  private Optional<Intake> intake = Optional.empty();

  private IntakeRig(Path folder, Mosquitto broker, TestDatabase database) throws IOException {
    this.folder = folder;
    this.broker = broker;
    this.database = database;
    List<String> command = new ArrayList<>(List.of("mosquitto_sub", "-p", port(), "-V", "5", "-v"));
    for (String channel : List.of("stored", "commands", "limits")) {
      command.addAll(List.of("-t", "shedwatch/v1/test/+/" + channel));
    }
    this.listener = RunningProgram.start(folder, "heard", command);
  }

  /** With a server that listens. */
  static IntakeRig started(Path folder, TestDatabase database) throws IOException {
    IntakeRig rig = new IntakeRig(folder, Mosquitto.start(folder.resolve("broker")), database);
    rig.startServer();
    rig.awaitListening();
    rig.await("limits are said at the connect", () -> rig.heard("s02/limits"));
    return rig;
  }

  /** With a server whose broker is not there yet. */
  static IntakeRig withoutBroker(Path folder, TestDatabase database) throws IOException {
    Mosquitto broker =
        Mosquitto.start(folder.resolve("broker"), Ports.free(), "allow_anonymous true\n");
    broker.program().kill();
    IntakeRig rig = new IntakeRig(folder, broker, database);
    rig.startServer();
    return rig;
  }

  void startServer() {
    intake = Optional.of(startServer("first"));
  }

  /** One of the test's own, which closes it. */
  Intake startServer(String holder) {
    IntakeRoom room =
        new IntakeRoom(
            TestSite.of(2, 4),
            database.pool(),
            sink,
            feed,
            () -> StepRules.DEFAULTS,
            clock,
            meters,
            holder,
            2);
    return Intake.start(
        room,
        new MqttAddress(broker.url(), "server-" + holder, Optional.empty(), Optional.empty()));
  }

  void stopServer() {
    intake.ifPresent(Intake::close);
    intake = Optional.empty();
  }

  void awaitListening() {
    await("the intake listens", () -> intake().connected());
  }

  Intake intake() {
    return intake.orElseThrow();
  }

  Mosquitto broker() {
    return broker;
  }

  /** While the server is stopped: another database, or the same one opened again. */
  void use(TestDatabase other) {
    database = other;
  }

  TestDatabase database() {
    return database;
  }

  /** The server's time, epoch milliseconds. */
  long now() {
    return clock.millis();
  }

  /** A shed says something; the broker has it when this returns. */
  void say(String shed, String channel, String body) throws IOException {
    sayAt("shedwatch/v1/test/" + shed + "/" + channel, body);
  }

  void sayAt(String topic, String body) throws IOException {
    Path file = Files.createTempFile(folder, "said", ".json");
    Files.writeString(file, body, StandardCharsets.UTF_8);
    List<String> command =
        List.of(
            "mosquitto_pub",
            "-V",
            "5",
            "-q",
            "1",
            "-p",
            port(),
            "-t",
            topic,
            "-f",
            file.toString());
    RunningProgram.start(folder, "mosquitto_pub", command).awaitSuccess();
  }

  /** Whether the server said this on any of its channels. */
  boolean heard(String text) throws IOException {
    return listener.said().contains(text);
  }

  /** Lines that the server said so far. */
  List<String> heard() throws IOException {
    return listener.said().lines().toList();
  }

  void awaitStored(String shed, String boot, long seq) {
    await(
        "seq " + seq + " of " + boot + " is stored",
        () -> heard().stream().anyMatch(line -> isReceipt(line, shed, boot, seq)));
  }

  /** How often this receipt was said. */
  long receipts(String shed, String boot, long seq) throws IOException {
    return heard().stream().filter(line -> isReceipt(line, shed, boot, seq)).count();
  }

  private static boolean isReceipt(String line, String shed, String boot, long seq) {
    return line.contains(
        "/" + shed + "/stored {\"boot\":\"" + boot + "\",\"seq\":" + seq + ",\"at\":");
  }

  List<String> rows(String query) throws SQLException {
    return database.rows(query);
  }

  void awaitRows(String query, String... rows) {
    await(query + " gives " + List.of(rows), () -> rows(query).equals(List.of(rows)));
  }

  void await(String what, java.util.concurrent.Callable<Boolean> condition) {
    Await.until(what, condition);
  }

  double count(String meter) {
    return meters.find(meter).counters().stream().mapToDouble(one -> one.count()).sum();
  }

  private String port() {
    return Integer.toString(broker.port());
  }

  @Override
  public void close() {
    listener.close();
    stopServer();
    database.close();
    broker.close();
  }
}
