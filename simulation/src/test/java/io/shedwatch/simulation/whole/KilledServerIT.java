package io.shedwatch.simulation.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Influx;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Ports;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server that is killed again and again, between its commits and within them, has in the end what
 * an undisturbed one has: the packaged server as a process, on a real broker and real databases,
 * and sheds that send again what stays without a receipt.
 */
final class KilledServerIT {
  /** More under way at once than by default, so that a kill meets more of it. */
  private static final String BROKER = "allow_anonymous true\nmax_inflight_messages 2000\n";

  private static final int KILLS = 4;
  private static final int MESSAGES = 400;
  private static final List<ShedAddress> SHEDS =
      List.of(
          ShedAddress.of(KilledServer.SITE, "s01"),
          ShedAddress.of(KilledServer.SITE, "s02"),
          ShedAddress.of(KilledServer.SITE, "s03"));

  private final long from = System.currentTimeMillis();

  @TempDir private Path folder;

  /** Where one run keeps its data, and how they are read when it is over. */
  private interface Stores {
    Map<String, String> settings();

    Map<String, List<String>> tables(Path data) throws Exception;

    List<String> readings(Path data) throws Exception;
  }

  @Test
  void killedInH2AndSqliteItHasTheTablesAndReadingsOfAnUndisturbedRun() throws Exception {
    Map<String, List<String>> calm = run("calm", 0, new OwnFiles());
    Map<String, List<String>> killed = run("killed", 3, new OwnFiles());
    compare(killed, calm);
  }

  @Test
  void killedOnPostgresAndInfluxItHasTheTablesAndReadingsOfAnUndisturbedRun() throws Exception {
    try (Postgres postgres = Postgres.start();
        Influx influx = Influx.start(folder.resolve("influx"))) {
      Map<String, List<String>> calm = run("calm", 0, new Servers(postgres, influx, "calm"));
      Map<String, List<String>> killed = run("killed", 7, new Servers(postgres, influx, "killed"));
      compare(killed, calm);
    }
  }

  private static void compare(Map<String, List<String>> killed, Map<String, List<String>> calm) {
    assertThat(calm.get("lost")).isEmpty();
    assertThat(calm.get("chain")).containsExactly("broken at []");
    for (String table : List.of("sessions", "alerts", "incidents", "events", "readings", "board")) {
      assertThat(calm.get(table)).as(table + " of the undisturbed run").hasSizeGreaterThan(10);
    }
    assertThat(killed.keySet()).isEqualTo(calm.keySet());
    calm.forEach(
        (table, rows) -> assertThat(killed.get(table)).as(table).containsExactlyElementsOf(rows));
  }

  /**
   * One run from an empty folder.
   *
   * @param seed of the kills; 0: nobody kills. What the sheds tell is the same in all runs.
   */
  private Map<String, List<String>> run(String name, long seed, Stores stores) throws Exception {
    Path own = Files.createDirectories(folder.resolve(name));
    List<ShedTales.Said> tales = ShedTales.of(11, SHEDS, from, MESSAGES);
    try (Mosquitto broker = Mosquitto.start(own.resolve("broker"), Ports.free(), BROKER)) {
      Map<String, String> settings = new TreeMap<>(stores.settings());
      settings.put("SHEDWATCH_MQTT_URL", broker.url());
      try (KilledServer server = new KilledServer(own, SHEDS, settings);
          ResendingSheds sheds = ResendingSheds.connect(broker.url())) {
        if (seed == 0) {
          sheds.tell(tales);
        } else {
          tellAndKill(server, sheds, tales, new Random(seed));
        }
        List<String> board = new java.util.ArrayList<>();
        for (ShedAddress shed : SHEDS) {
          board.addAll(server.board(shed));
        }
        server.stop();
        Map<String, List<String>> all = new TreeMap<>(stores.tables(server.data()));
        all.put("readings", stores.readings(server.data()));
        all.put("board", board);
        System.out.printf(
            "%s: %d messages, %d sent again, tables %s%n",
            name, tales.size(), sheds.resent(), sizes(all));
        return all;
      }
    }
  }

  private static String sizes(Map<String, List<String>> tables) {
    StringBuilder sizes = new StringBuilder();
    tables.forEach(
        (table, rows) -> sizes.append(table).append('=').append(rows.size()).append(' '));
    return sizes.toString().strip();
  }

  private static void tellAndKill(
      KilledServer server, ResendingSheds sheds, List<ShedTales.Said> tales, Random random)
      throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    CompletableFuture<Integer> killer =
        CompletableFuture.supplyAsync(() -> kill(server, sheds, tales.size(), random, over));
    try {
      sheds.tell(tales);
    } finally {
      over.set(true);
    }
    assertThat(killer.get(60, TimeUnit.SECONDS))
        .as("kills while work was under way")
        .isEqualTo(KILLS);
  }

  /**
   * Kills at drawn places of the tale and drawn instants after: within commits, between them, and
   * every other time while the server that was just started is still taking up its work.
   *
   * @return how many kills met messages without a receipt
   */
  private static int kill(
      KilledServer server, ResendingSheds sheds, int messages, Random random, AtomicBoolean over) {
    int met = 0;
    for (int i = 0; i < KILLS; i++) {
      if (i % 2 == 0) {
        int place = messages * (i + 1) / (KILLS + 1) + random.nextInt(messages / (2 * KILLS));
        Await.until(
            "message " + place + " of " + messages,
            Duration.ofSeconds(60),
            () -> over.get() || sheds.handedOver() >= place);
        pass(random.nextInt(700));
      } else {
        pass(1_500 + random.nextInt(3_500));
      }
      met += sheds.waiting() > 0 ? 1 : 0;
      try {
        server.killAndStart();
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
    return met;
  }

  /** An instant that nothing announces is the point here. */
  private static void pass(int millis) {
    LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
  }

  /** H2 and SQLite, in the server's own folder. */
  private static final class OwnFiles implements Stores {
    @Override
    public Map<String, String> settings() {
      return Map.of();
    }

    @Override
    public Map<String, List<String>> tables(Path data) throws Exception {
      String url = "jdbc:h2:file:" + data.resolve("shedwatch") + ";MODE=PostgreSQL";
      return JdbcTables.read(url + ";DATABASE_TO_LOWER=TRUE", "", "");
    }

    @Override
    public List<String> readings(Path data) throws Exception {
      return StoredReadings.inFiles(data);
    }
  }

  /** PostgreSQL and InfluxDB, a database in each for one run. */
  private record Servers(Postgres postgres, Influx influx, String database) implements Stores {
    private Servers {
      try {
        postgres.createDatabase(database);
      } catch (java.io.IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public Map<String, String> settings() {
      return Map.of(
          "SHEDWATCH_JDBC_URL",
          postgres.jdbcUrl(database),
          "SHEDWATCH_JDBC_USER",
          Postgres.USER,
          "SHEDWATCH_JDBC_PASSWORD",
          Postgres.PASSWORD,
          "SHEDWATCH_INFLUX_URL",
          influx.url(),
          "SHEDWATCH_INFLUX_API",
          "v1",
          "SHEDWATCH_INFLUX_USER",
          Influx.USER,
          "SHEDWATCH_INFLUX_PASSWORD",
          Influx.PASSWORD,
          "SHEDWATCH_INFLUX_BUCKET",
          database);
    }

    @Override
    public Map<String, List<String>> tables(Path data) throws Exception {
      return JdbcTables.read(postgres.jdbcUrl(database), Postgres.USER, Postgres.PASSWORD);
    }

    @Override
    public List<String> readings(Path data) throws Exception {
      return StoredReadings.inInflux(influx, database);
    }
  }
}
