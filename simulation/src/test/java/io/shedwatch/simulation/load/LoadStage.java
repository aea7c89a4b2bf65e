package io.shedwatch.simulation.load;

import io.shedwatch.simulation.town.GridSite;
import io.shedwatch.testkit.Influx;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.Postgres;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts under load, each a process, and what their stores hold. */
final class LoadStage implements AutoCloseable {
  private static final String PASSWORD = "test-only-load";

  /** As docs/operating.md says, with {@code MALLOC_ARENA_MAX}. */
  private static final List<String> SERVER_OPTIONS =
      List.of(
          "-Xmx144m",
          "-Xmn72m",
          "-XX:SurvivorRatio=2",
          "-XX:TargetSurvivorRatio=90",
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-XX:TrimNativeHeapInterval=10000");

  /**
   * The queue as docs/brokers.md says. One connection speaks here for all sheds, each of which
   * would have a window of its own.
   */
  private static final String BROKER_LINES =
      "max_queued_messages 100000\nmax_inflight_messages 1000\n";

  private static final Pattern COUNT = Pattern.compile("\\[0,(\\d+)\\]");

  private final Path folder;
  private final LoadSettings settings;
  private final int httpPort = Ports.free();
  private final Mosquitto mosquitto;
  private final Influx influx;
  private final Postgres postgres;
  private final Map<String, RunningProgram> programs = new LinkedHashMap<>();
  private final Deque<Runnable> running = new ArrayDeque<>();

  private LoadStage(Path folder, LoadSettings settings) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.mosquitto = Mosquitto.start(folder.resolve("mosquitto"), accounts(), acl(), BROKER_LINES);
    running.push(mosquitto::close);
    this.influx = Influx.start(folder.resolve("influx"));
    running.push(influx::close);
    this.postgres = Postgres.start();
    running.push(postgres::close);
  }

  static LoadStage start(Path folder, LoadSettings settings) throws IOException {
    LoadStage stage = new LoadStage(folder, settings);
    stage.startServer();
    return stage;
  }

  /** By what they are. */
  Map<String, RunningProgram> programs() {
    return programs;
  }

  String warmUpSeconds() {
    return Integer.toString(Math.min(30, settings.seconds()));
  }

  String halfOfTheSheds() {
    return Integer.toString(settings.sheds() / 2);
  }

  private Map<String, String> accounts() {
    return Map.of("server", PASSWORD, "load", PASSWORD);
  }

  /** The load's one connection speaks for all sheds, with what a shed may do. */
  private String acl() {
    String all = "shedwatch/v1/" + settings.site() + "/+/";
    StringBuilder acl =
        new StringBuilder(
            "user server\ntopic readwrite shedwatch/v1/%s/#\n\nuser load\ntopic readwrite %sstatus\n"
                .formatted(settings.site(), all));
    List.of("readings", "alarms", "outcomes")
        .forEach(channel -> acl.append("topic write " + all + channel + "\n"));
    List.of("commands", "limits", "stored")
        .forEach(channel -> acl.append("topic read " + all + channel + "\n"));
    return acl.toString();
  }

  private void startServer() throws IOException {
    int sockets = Math.max(settings.socketsPerMessage(), 1);
    Path site =
        Files.writeString(
            folder.resolve("site.yml"), GridSite.yaml(settings.site(), settings.sheds(), sockets));
    Map<String, String> environment =
        Map.ofEntries(
            Map.entry("SHEDWATCH_HTTP_PORT", Integer.toString(httpPort)),
            Map.entry("SHEDWATCH_DATA", folder.resolve("data").toString()),
            Map.entry("SHEDWATCH_SITE", site.toString()),
            Map.entry("SHEDWATCH_MQTT_URL", mosquitto.url()),
            Map.entry("SHEDWATCH_MQTT_USER", "server"),
            Map.entry("SHEDWATCH_MQTT_PASSWORD", PASSWORD),
            Map.entry("SHEDWATCH_INFLUX_URL", influx.url()),
            Map.entry("SHEDWATCH_INFLUX_API", "v1"),
            Map.entry("SHEDWATCH_INFLUX_USER", Influx.USER),
            Map.entry("SHEDWATCH_INFLUX_PASSWORD", Influx.PASSWORD),
            Map.entry("SHEDWATCH_INFLUX_BUCKET", "shedwatch"),
            Map.entry("SHEDWATCH_JDBC_URL", postgres.jdbcUrl()),
            Map.entry("SHEDWATCH_JDBC_USER", Postgres.USER),
            Map.entry("SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD),
            Map.entry("SHEDWATCH_ADMIN_PASSWORD", PASSWORD),
            Map.entry("SHEDWATCH_PUBLIC_URL", "http://127.0.0.1:" + httpPort));
    List<String> command = new ArrayList<>(List.of("env", "MALLOC_ARENA_MAX=2"));
    environment.forEach((key, value) -> command.add(key + "=" + value));
    command.add(java());
    command.addAll(SERVER_OPTIONS);
    String more = System.getProperty("server.options", "");
    if (!more.isEmpty()) {
      command.addAll(List.of(more.split(" ", -1)));
    }
    command.addAll(List.of("-jar", jar("../server/target/shedwatch-server.jar")));
    RunningProgram server = RunningProgram.start(folder, "server", command).awaitPort(httpPort);
    running.push(server::stop);
    programs.put("server", server);
    programs.put("mosquitto", mosquitto.program());
    programs.put("influxdb", influx.program());
    programs.put("postgresql", postgres.program());
  }

  /** The load generator, as a process of its own. */
  RunningProgram startLoad(String name, List<String> options) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                "env",
                "LOAD_PASSWORD=" + PASSWORD,
                java(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                LoadGenerator.class.getName(),
                "--mqtt-url",
                mosquitto.url(),
                "--http-url",
                "http://127.0.0.1:" + httpPort));
    command.addAll(options);
    RunningProgram load = RunningProgram.start(folder, name, command);
    programs.put("load", load);
    return load;
  }

  /** Readings of the first sheds and no alarms, until it is closed. */
  RunningProgram startReadings(int sheds) throws IOException {
    return startLoad(
        "readings",
        List.of(
            "--sheds",
            Integer.toString(sheds),
            "--readings-per-second",
            Double.toString(settings.readingsPerSecond()),
            "--alarms-per-second",
            "0",
            "--seconds",
            "86400"));
  }

  /** Where the server's pages and routes are. */
  int httpPort() {
    return httpPort;
  }

  RunningProgram server() {
    return Objects.requireNonNull(programs.get("server"));
  }

  /**
   * The pages' program that times alarms.
   *
   * @param sheds that it may speak for, with blanks
   */
  RunningProgram startPage(String sheds) throws IOException {
    Path dashboards = Path.of("../dashboards").toAbsolutePath().normalize();
    return RunningProgram.start(
        folder,
        "alarms",
        List.of(
            "env",
            "SHEDWATCH_URL=http://127.0.0.1:" + httpPort,
            "SHEDWATCH_PASSWORD=" + PASSWORD,
            "MQTT_PORT=" + mosquitto.port(),
            "MQTT_USER=load",
            "MQTT_PASSWORD=" + PASSWORD,
            "SITE=" + settings.site(),
            "SHEDS=" + sheds,
            "npm",
            "--prefix",
            dashboards.toString(),
            "run",
            "--silent",
            "alarms"));
  }

  /** Readings in the raw level, counted by InfluxDB itself. */
  long storedReadings() throws IOException, InterruptedException {
    String query = "SELECT count(\"watts\") FROM \"raw\".\"socket\"";
    String url =
        influx.url()
            + "/query?db=shedwatch&u="
            + Influx.USER
            + "&p="
            + Influx.PASSWORD
            + "&epoch=ms&q="
            + URLEncoder.encode(query, StandardCharsets.UTF_8);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    if (answer.statusCode() != 200) {
      throw new IOException("InfluxDB does not count: " + answer.body());
    }
    Matcher count = COUNT.matcher(answer.body());
    return count.find() ? Long.parseLong(count.group(1)) : 0;
  }

  long alerts() throws SQLException {
    return count("select count(*) from alert where rule = 'hardware'");
  }

  /** Each alarm opens an incident or joins the open one of its socket. */
  long incidentEvents() throws SQLException {
    return count("select count(*) from incident_event where event in ('opened', 'joined')");
  }

  private long count(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(postgres.jdbcUrl(), Postgres.USER, Postgres.PASSWORD);
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getLong(1);
    }
  }

  static String java() {
    return System.getProperty("java.home") + "/bin/java";
  }

  private static String jar(String path) {
    Path jar = Path.of(path).toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: run mvn package from the top");
    }
    return jar.toString();
  }

  @Override
  public void close() {
    while (!running.isEmpty()) {
      running.pop().run();
    }
  }
}
