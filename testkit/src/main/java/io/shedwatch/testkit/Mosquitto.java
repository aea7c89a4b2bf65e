package io.shedwatch.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real Mosquitto (Debian package mosquitto) on its own port and folder. */
public final class Mosquitto implements AutoCloseable {
  private static final String MOSQUITTO = "/usr/sbin/mosquitto";

  private final Path folder;
  private final int port;
  private RunningProgram program;

  private Mosquitto(Path folder, int port, RunningProgram program) {
    this.folder = folder;
    this.port = port;
    this.program = program;
  }

  /** Anybody may do anything. */
  public static Mosquitto start(Path folder) throws IOException {
    return start(folder, Ports.free(), "allow_anonymous true\n");
  }

  /**
   * With accounts and access rules.
   *
   * @param passwords by user
   * @param acl the access file's text, in Mosquitto's own words
   */
  public static Mosquitto start(Path folder, Map<String, String> passwords, String acl)
      throws IOException {
    return start(folder, passwords, acl, "");
  }

  /** With accounts, access rules and lines of its own configuration file. */
  public static Mosquitto start(
      Path folder, Map<String, String> passwords, String acl, String lines) throws IOException {
    Needs.program("Mosquitto (package mosquitto)", MOSQUITTO);
    Files.createDirectories(folder);
    Path passwordFile = folder.resolve("passwords");
    Files.writeString(passwordFile, "");
    for (Map.Entry<String, String> account : passwords.entrySet()) {
      RunningProgram.start(
              folder,
              "mosquitto_passwd",
              List.of(
                  "mosquitto_passwd",
                  "-b",
                  passwordFile.toString(),
                  account.getKey(),
                  account.getValue()))
          .awaitSuccess();
    }
    Files.writeString(folder.resolve("acl"), acl);
    return start(
        folder,
        Ports.free(),
        "allow_anonymous false\npassword_file %s\nacl_file %s/acl\n%s"
            .formatted(passwordFile, folder, lines));
  }

  /** With lines of its own configuration file. */
  public static Mosquitto start(Path folder, int port, String lines) throws IOException {
    Needs.program("Mosquitto (package mosquitto)", MOSQUITTO);
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("mosquitto.conf"),
        "listener %d 127.0.0.1\nset_tcp_nodelay true\npersistence true\npersistence_location %s/\nuser %s\n%s"
            .formatted(port, folder, System.getProperty("user.name"), lines));
    return new Mosquitto(folder, port, run(folder, port));
  }

  private static RunningProgram run(Path folder, int port) throws IOException {
    List<String> command = List.of(MOSQUITTO, "-c", folder + "/mosquitto.conf");
    return RunningProgram.start(folder, "mosquitto", command).awaitPort(port);
  }

  public int port() {
    return port;
  }

  public String url() {
    return "tcp://127.0.0.1:" + port;
  }

  public RunningProgram program() {
    return program;
  }

  /** Starts again on the same port; what persistence saved is there. */
  public void restart() throws IOException {
    program.close();
    program = run(folder, port);
  }

  /** A broker that forgets everything: killed, its store deleted, started again. */
  public void restartForgetful() throws IOException {
    program.close();
    Files.deleteIfExists(folder.resolve("mosquitto.db"));
    program = run(folder, port);
  }

  @Override
  public void close() {
    program.close();
  }
}
