package io.shedwatch.simulation.whole;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The packaged server as a process of its own, which is killed and started again. */
final class KilledServer implements AutoCloseable {
  static final String SITE = "killed";
  private static final String PASSWORD = "test-only-admin";
  private static final String JAR = "../server/target/shedwatch-server.jar";

  private final Path folder;
  private final int port = Ports.free();
  private final List<String> command;
  private RunningProgram program;

  /**
   * Starts it.
   *
   * @param folder of this server alone
   * @param stores SHEDWATCH_* settings of the broker and the databases
   */
  KilledServer(Path folder, List<ShedAddress> sheds, Map<String, String> stores)
      throws IOException {
    this.folder = folder;
    this.command = command(sheds, stores);
    this.program = launch();
    program.awaitPort(port);
  }

  private List<String> command(List<ShedAddress> sheds, Map<String, String> stores)
      throws IOException {
    Path jar = Path.of(JAR).toAbsolutePath().normalize();
    if (!Files.exists(jar)) {
      throw new IllegalStateException(jar + " is missing: run mvn verify from the top");
    }
    Map<String, String> environment = new TreeMap<>(stores);
    environment.put("SHEDWATCH_SITE", siteFile(sheds).toString());
    environment.put("SHEDWATCH_DATA", data().toString());
    environment.put("SHEDWATCH_HTTP_PORT", Integer.toString(port));
    environment.put("SHEDWATCH_ADMIN_PASSWORD", PASSWORD);
    environment.put("SHEDWATCH_PASSWORD_COST", "10");
    List<String> all = new ArrayList<>(List.of("env"));
    environment.forEach((key, value) -> all.add(key + "=" + value));
    all.add(System.getProperty("java.home") + "/bin/java");
    // Starts faster; what is tested is not speed.
    all.addAll(List.of("-Xmx192m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    all.addAll(List.of("-jar", jar.toString()));
    return all;
  }

  private Path siteFile(List<ShedAddress> sheds) throws IOException {
    StringBuilder yaml = new StringBuilder("site: " + SITE + "\n");
    yaml.append("name: {zh: 实测, en: Killed}\ntimezone: Asia/Shanghai\nsheds:\n");
    for (ShedAddress shed : sheds) {
      yaml.append(
          "  - {id: %s, name: %s, sockets: %d, x: 1, y: 2}\n"
              .formatted(shed.shed(), shed.shed(), ShedTales.SOCKETS));
    }
    return Files.writeString(folder.resolve("site.yml"), yaml);
  }

  private RunningProgram launch() throws IOException {
    return RunningProgram.start(folder, "server", command);
  }

  /** Where it keeps what is in no database of its own. */
  Path data() {
    return folder.resolve("data");
  }

  /** SIGKILL, and a new process at once; it may be killed again before it answers. */
  void killAndStart() throws IOException {
    program.kill();
    program = launch();
  }

  /** Somebody signed in, once it answers. */
  ServerClient client() throws Exception {
    program.awaitPort(port);
    return ServerClient.login("http://127.0.0.1:" + port, "admin", PASSWORD);
  }

  /**
   * What a page of staff shows of the shed's sockets, without what is forecast at its own times.
   */
  List<String> board(ShedAddress shed) throws Exception {
    return client().get("/api/v1/sheds/" + shed.shed()).list("sockets").stream()
        .map(socket -> shed.shed() + " " + known(socket))
        .toList();
  }

  private static SortedMap<String, Object> known(Json socket) {
    SortedMap<String, Object> fields = new TreeMap<>(socket.fields());
    fields.remove("finish");
    return fields;
  }

  /** SIGTERM: its files are free when this returns. */
  void stop() {
    program.stop();
  }

  @Override
  public void close() {
    program.close();
  }
}
