package io.shedwatch.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real InfluxDB 1.x (Debian package influxdb) on its own port and folder, with a user. */
public final class Influx implements AutoCloseable {
  public static final String USER = "shedwatch";
  public static final String PASSWORD = "test-only";

  private final Path folder;
  private final int port;
  private RunningProgram program;

  private Influx(Path folder, int port, RunningProgram program) {
    this.folder = folder;
    this.port = port;
    this.program = program;
  }

  /** Starts with authentication on and one admin user. */
  public static Influx start(Path folder) throws IOException {
    Path influxd = Needs.program("InfluxDB (package influxdb)", "/usr/bin/influxd");
    int port = Ports.free();
    int rpcPort = Ports.free();
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("influxdb.conf"),
        """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%s/meta"
        [data]
          dir = "%s/data"
          wal-dir = "%s/wal"
          max-series-per-database = 0
          max-values-per-tag = 0
          query-log-enabled = false
        [http]
          bind-address = "127.0.0.1:%d"
          auth-enabled = true
          log-enabled = false
        [monitor]
          store-enabled = false
        """
            .formatted(rpcPort, folder, folder, folder, port));
    Influx influx = new Influx(folder, port, run(influxd, folder, port));
    influx.createUser();
    return influx;
  }

  private static RunningProgram run(Path influxd, Path folder, int port) throws IOException {
    List<String> command = List.of(influxd.toString(), "-config", folder + "/influxdb.conf");
    return RunningProgram.start(folder, "influxd", command).awaitPort(port);
  }

  private void createUser() throws IOException {
    String query = "CREATE USER " + USER + " WITH PASSWORD '" + PASSWORD + "' WITH ALL PRIVILEGES";
    var request =
        java.net.http.HttpRequest.newBuilder(java.net.URI.create(url() + "/query"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(
                java.net.http.HttpRequest.BodyPublishers.ofString(
                    "q="
                        + java.net.URLEncoder.encode(
                            query, java.nio.charset.StandardCharsets.UTF_8)))
            .build();
    try {
      var answer =
          java.net.http.HttpClient.newHttpClient()
              .send(request, java.net.http.HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException("no user: " + answer.body());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  public String url() {
    return "http://127.0.0.1:" + port;
  }

  public RunningProgram program() {
    return program;
  }

  /** Starts again on the same port and data, after a kill or a stop. */
  public void restart() throws IOException {
    program.close();
    program = run(Path.of("/usr/bin/influxd"), folder, port);
  }

  @Override
  public void close() {
    program.close();
  }
}
