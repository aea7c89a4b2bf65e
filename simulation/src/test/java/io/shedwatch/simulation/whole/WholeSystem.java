package io.shedwatch.simulation.whole;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Influx;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Needs;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.Postgres;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Every part as its own process, stopped in reverse. */
final class WholeSystem implements AutoCloseable {
  static final String ADMIN_PASSWORD = "test-only-admin";
  private static final String SITE = "lab";
  private static final String SHED_PASSWORD = "test-only-shed";

  private final Path folder;
  private final String clock;
  private final int modbusPort = Ports.free();
  private final int httpPort = Ports.free();
  private int brokerPort;
  private final Deque<Runnable> running = new ArrayDeque<>();
  private final Map<String, RunningProgram> programs = new TreeMap<>();

  private WholeSystem(Path folder, String clock) {
    this.folder = folder;
    this.clock = clock;
  }

  /**
   * Starts all parts; the devices last, since their traces begin to play at once.
   *
   * @param clock as SHEDWATCH_CLOCK; empty: real time
   * @param sheds the sheds' sockets in edge settings, by shed
   * @param plan of the Modbus devices, as JSON
   */
  static WholeSystem start(Path folder, String clock, Map<String, String> sheds, String plan)
      throws Exception {
    WholeSystem whole = new WholeSystem(folder, clock);
    try {
      String broker = whole.startBroker(sheds);
      whole.startServer(broker, sheds);
      whole.startAgent(broker, sheds);
      whole.startDevices(plan);
      return whole;
    } catch (Exception | AssertionError e) {
      whole.close();
      throw e;
    }
  }

  String url() {
    return "http://127.0.0.1:" + httpPort;
  }

  ServerClient admin() throws IOException, InterruptedException {
    return ServerClient.login(url(), "admin", ADMIN_PASSWORD);
  }

  /** Lines {@code REAL_MILLIS UNIT COIL on|off}, one a write of a coil. */
  List<String> coilWrites() throws IOException {
    return Files.readAllLines(folder.resolve("coils.log"));
  }

  /** Lines {@code SCALED_MILLIS UNIT WATTS WATT_HOURS}, one an answer of a meter. */
  List<String> served() throws IOException {
    return Files.readAllLines(folder.resolve("served.log"));
  }

  int brokerPort() {
    return brokerPort;
  }

  /** The agent and the server, by name. */
  Map<String, RunningProgram> programs() {
    return Map.copyOf(programs);
  }

  /** {@code kill -9}, and the same agent again in the same folder. */
  void killAndRestartAgent() throws IOException {
    agent().kill();
    runAgent();
  }

  private long agentStarts() throws IOException {
    Path said = folder.resolve("agent.out");
    return Files.exists(said)
        ? said("agent").lines().filter(line -> line.contains("ready")).count()
        : 0;
  }

  private RunningProgram agent() {
    return Objects.requireNonNull(programs.get("agent"));
  }

  /** What the agent's or the server's process printed. */
  String said(String name) throws IOException {
    return Files.readString(folder.resolve(name + ".out"));
  }

  private void startDevices(String plan) throws IOException {
    Needs.program("python3 with pymodbus (package python3-pymodbus)", "/usr/bin/python3");
    Path planFile = Files.writeString(folder.resolve("plan.json"), plan);
    List<String> command =
        new ArrayList<>(
            List.of(
                "/usr/bin/python3",
                "-u",
                Path.of("../edge-agent/src/test/resources/modbus_shed.py")
                    .toAbsolutePath()
                    .toString(),
                "--port",
                Integer.toString(modbusPort),
                "--control",
                Integer.toString(Ports.free()),
                "--plan",
                planFile.toString(),
                "--log",
                folder.resolve("coils.log").toString(),
                "--served",
                folder.resolve("served.log").toString()));
    if (!clock.isEmpty()) {
      command.addAll(List.of("--clock", clock));
    }
    RunningProgram devices = RunningProgram.start(folder, "modbus", command).awaitPort(modbusPort);
    keep(devices::close);
  }

  private String startBroker(Map<String, String> sheds) throws IOException {
    StringBuilder acl =
        new StringBuilder("user server\ntopic readwrite shedwatch/v1/%s/#\n".formatted(SITE));
    Map<String, String> accounts = new java.util.HashMap<>(Map.of("server", SHED_PASSWORD));
    for (String shed : sheds.keySet()) {
      accounts.put(SITE + "-" + shed, SHED_PASSWORD);
      String branch = "shedwatch/v1/%s/%s/".formatted(SITE, shed);
      acl.append("\nuser %s-%s\ntopic readwrite %sstatus\n".formatted(SITE, shed, branch));
      List.of("readings", "alarms", "outcomes")
          .forEach(channel -> acl.append("topic write " + branch + channel + "\n"));
      List.of("commands", "limits", "stored")
          .forEach(channel -> acl.append("topic read " + branch + channel + "\n"));
    }
    Mosquitto mosquitto = Mosquitto.start(folder.resolve("mosquitto"), accounts, acl.toString());
    keep(mosquitto::close);
    brokerPort = mosquitto.port();
    return mosquitto.url();
  }

  private void startServer(String broker, Map<String, String> sheds) throws IOException {
    Influx influx = Influx.start(folder.resolve("influx"));
    keep(influx::close);
    Postgres postgres = Postgres.start();
    keep(postgres::close);
    Path site = Files.writeString(folder.resolve("site.yml"), siteFile(sheds));
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SHEDWATCH_HTTP_PORT", Integer.toString(httpPort)),
            Map.entry("SHEDWATCH_DATA", folder.resolve("data").toString()),
            Map.entry("SHEDWATCH_SITE", site.toString()),
            Map.entry("SHEDWATCH_MQTT_URL", broker),
            Map.entry("SHEDWATCH_MQTT_USER", "server"),
            Map.entry("SHEDWATCH_MQTT_PASSWORD", SHED_PASSWORD),
            Map.entry("SHEDWATCH_INFLUX_URL", influx.url()),
            Map.entry("SHEDWATCH_INFLUX_API", "v1"),
            Map.entry("SHEDWATCH_INFLUX_USER", Influx.USER),
            Map.entry("SHEDWATCH_INFLUX_PASSWORD", Influx.PASSWORD),
            Map.entry("SHEDWATCH_INFLUX_BUCKET", "shedwatch"),
            Map.entry("SHEDWATCH_JDBC_URL", postgres.jdbcUrl()),
            Map.entry("SHEDWATCH_JDBC_USER", Postgres.USER),
            Map.entry("SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD),
            Map.entry("SHEDWATCH_ADMIN_PASSWORD", ADMIN_PASSWORD),
            Map.entry("SHEDWATCH_PUBLIC_URL", url()));
    java(
            "server",
            "../server/target/shedwatch-server.jar",
            List.of("-Xmx192m", "-XX:+UseSerialGC"),
            environment,
            List.of())
        .awaitPort(httpPort);
  }

  private void startAgent(String broker, Map<String, String> sheds) throws IOException {
    StringBuilder yaml = new StringBuilder("sheds:\n");
    sheds.forEach(
        (shed, sockets) ->
            yaml.append(
                """
                - site: %s
                  shed: %s
                  mqtt: {url: "%s", user: %s-%s, passwordEnv: SHED_PASSWORD}
                  spool: {folder: "%s"}
                  buses: {field: {host: 127.0.0.1, port: %d}}
                %s\
                """
                    .formatted(
                        SITE,
                        shed,
                        broker,
                        SITE,
                        shed,
                        folder.resolve("spool-" + shed),
                        modbusPort,
                        sockets.indent(2))));
    Files.writeString(folder.resolve("edge.yml"), yaml.toString());
    runAgent();
  }

  private void runAgent() throws IOException {
    long starts = agentStarts();
    java(
        "agent",
        "../edge-agent/target/shedwatch-edge.jar",
        List.of("-Xmx48m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
        Map.of("SHED_PASSWORD", SHED_PASSWORD),
        List.of("--config", folder.resolve("edge.yml").toString()));
    Await.until("the agent is ready", () -> agentStarts() > starts);
  }

  private RunningProgram java(
      String name,
      String jar,
      List<String> options,
      Map<String, String> environment,
      List<String> arguments)
      throws IOException {
    Path path = Path.of(jar).toAbsolutePath().normalize();
    if (!Files.exists(path)) {
      throw new IllegalStateException(path + " is missing: run mvn verify from the top");
    }
    List<String> command = new ArrayList<>(List.of("env"));
    environment.forEach((key, value) -> command.add(key + "=" + value));
    if (!clock.isEmpty()) {
      command.add("SHEDWATCH_CLOCK=" + clock);
    }
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(options);
    command.addAll(List.of("-jar", path.toString()));
    command.addAll(arguments);
    RunningProgram program = RunningProgram.start(folder, name, command);
    programs.put(name, program);
    keep(program::close);
    return program;
  }

  private static String siteFile(Map<String, String> sheds) {
    StringBuilder yaml =
        new StringBuilder(
            """
            site: lab
            name: {zh: 实测, en: Measured}
            timezone: Asia/Shanghai
            reach: {metres: 150, sheds: 3}
            grids:
              - {id: g1, name: {zh: 一网格, en: Grid 1}, leader: 网格长}
            buildings:
              - {id: b01, name: {zh: 1号楼, en: Building 1}, grid: g1, households: 12, x: 0, y: 20}
            sheds:
            """);
    int x = 0;
    for (Map.Entry<String, String> shed : sheds.entrySet()) {
      long sockets = shed.getValue().lines().filter(line -> line.contains("- socket:")).count();
      yaml.append(
          "  - {id: %1$s, name: {zh: %1$s, en: %1$s}, sockets: %2$d, x: %3$d, y: 0, ratedWatts: 6000}\n"
              .formatted(shed.getKey(), Math.max(4, sockets), x));
      x += 40;
    }
    return yaml.toString();
  }

  private void keep(Runnable stop) {
    running.push(stop);
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().run();
    }
  }
}
