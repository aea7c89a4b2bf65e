package io.shedwatch.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real PostgreSQL (Debian package postgresql) on its own port and folder. It refuses to run as
 * root: then it runs as the user postgres, in a folder of its own that this user may enter.
 */
public final class Postgres implements AutoCloseable {
  public static final String USER = "shedwatch";
  public static final String PASSWORD = "test-only";

  private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

  private final Path initdb;
  private final Path folder;
  private final int port;
  private RunningProgram program;

  private Postgres(Path initdb, Path folder, int port) throws IOException {
    this.initdb = initdb;
    this.folder = folder;
    this.port = port;
    this.program = run();
  }

  /** A new cluster with one database {@code shedwatch}; durable, as in production. */
  public static Postgres start() throws IOException {
    Path initdb =
        Needs.program(
            "PostgreSQL (package postgresql)",
            "/usr/lib/postgresql/17/bin/initdb",
            "/usr/lib/postgresql/16/bin/initdb",
            "/usr/lib/postgresql/15/bin/initdb");
    Path folder = Files.createTempDirectory("shedwatch-postgres");
    if (ROOT) {
      command(folder, "chown", List.of("chown", "postgres", folder.toString()));
    }
    Path passwordFile = folder.resolve("password");
    Files.writeString(passwordFile, PASSWORD);
    command(
        folder,
        "initdb",
        asOwner(
            initdb.toString(),
            "--pgdata=" + folder + "/data",
            "--username=" + USER,
            "--pwfile=" + passwordFile,
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C.UTF-8"));
    Postgres postgres = new Postgres(initdb, folder, Ports.free());
    postgres.createDatabase("shedwatch");
    return postgres;
  }

  private RunningProgram run() throws IOException {
    List<String> command =
        asOwner(
            initdb.resolveSibling("postgres").toString(),
            "-D",
            folder + "/data",
            "-p",
            Integer.toString(port),
            "-c",
            "listen_addresses=127.0.0.1",
            "-c",
            "unix_socket_directories=" + folder,
            "-c",
            "shared_buffers=64MB");
    return RunningProgram.start(folder, "postgres", command).awaitPort(port);
  }

  /** Another empty database in the same cluster. */
  public void createDatabase(String name) throws IOException {
    List<String> command = new ArrayList<>(List.of("env", "PGPASSWORD=" + PASSWORD));
    command.addAll(
        List.of(
            initdb.resolveSibling("createdb").toString(),
            "--host=127.0.0.1",
            "--port=" + port,
            "--username=" + USER,
            name));
    Await.until(
        "database " + name + " created",
        () -> {
          command(folder, "createdb-" + name, command);
          return true;
        });
  }

  private static List<String> asOwner(String... command) {
    List<String> all = new ArrayList<>();
    if (ROOT) {
      all.addAll(List.of("setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"));
    }
    all.addAll(List.of(command));
    return all;
  }

  private static void command(Path folder, String name, List<String> command) throws IOException {
    RunningProgram.start(folder, name, command).awaitSuccess();
  }

  public String jdbcUrl() {
    return jdbcUrl("shedwatch");
  }

  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  public RunningProgram program() {
    return program;
  }

  /** Starts again on the same port and data, after a kill or a stop. */
  public void restart() throws IOException {
    program.close();
    // A killed server leaves its lock file; the next start finds the process gone and goes on.
    program = run();
  }

  @Override
  public void close() {
    program.close();
  }
}
