package io.shedwatch.simulation.whole;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Status;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged server, killed while it tells of alarms: each alarm is told in exactly one notice,
 * and a notice that comes again has the same id and says so.
 */
final class KilledServerNoticesIT {
  private static final AlarmKind[] KINDS = {
    AlarmKind.OVERCURRENT, AlarmKind.RESIDUAL_CURRENT, AlarmKind.RELAY_WELDED
  };

  private static final List<ShedAddress> SHEDS =
      List.of(
          ShedAddress.of(KilledServer.SITE, "s01"),
          ShedAddress.of(KilledServer.SITE, "s02"),
          ShedAddress.of(KilledServer.SITE, "s03"));

  private static final int ALARMS = KINDS.length * ShedTales.SOCKETS * SHEDS.size();
  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @TempDir private Path folder;

  @Test
  void onItsOwnFilesNoAlarmIsLostAndNoneIsToldInTwoNotices() throws Exception {
    tellAndKill(3, Map.of());
  }

  @Test
  void onPostgresNoAlarmIsLostAndNoneIsToldInTwoNotices() throws Exception {
    try (Postgres postgres = Postgres.start()) {
      tellAndKill(
          5,
          Map.of(
              "SHEDWATCH_JDBC_URL",
              postgres.jdbcUrl(),
              "SHEDWATCH_JDBC_USER",
              Postgres.USER,
              "SHEDWATCH_JDBC_PASSWORD",
              Postgres.PASSWORD));
    }
  }

  /** A kill after each kind, some while later: a drawn instant that nothing announces. */
  private void tellAndKill(long seed, Map<String, String> stores) throws Exception {
    Random random = new Random(seed);
    Path own = Files.createDirectories(folder.resolve("run"));
    try (Mosquitto broker = Mosquitto.start(own.resolve("broker"));
        HttpReceiver receiver = HttpReceiver.open()) {
      Map<String, String> settings = new TreeMap<>(stores);
      settings.put("SHEDWATCH_MQTT_URL", broker.url());
      try (KilledServer server = new KilledServer(own, SHEDS, settings);
          ResendingSheds sheds = ResendingSheds.connect(broker.url())) {
        server.client().post("/api/v1/notices/routes", route(receiver));
        List<List<ShedTales.Said>> parts = tale();
        for (List<ShedTales.Said> part : parts) {
          sheds.tell(part);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(300 + random.nextInt(2_500)));
          server.killAndStart();
        }
        ServerClient staff = server.client();
        Await.until(
            "nothing waits", PATIENCE, () -> receiver.carriers().size() == ALARMS && idle(staff));
        System.out.printf(
            "%d alarms, %d kills, %d requests%n", ALARMS, parts.size(), receiver.requests());
        assertThat(receiver.carriers()).hasSize(ALARMS);
        assertThat(receiver.carriers().values())
            .allSatisfy(notices -> assertThat(notices).hasSize(1));
        assertThat(receiver.unsaid()).isEmpty();
      }
    }
  }

  private static boolean idle(ServerClient staff) throws Exception {
    return staff.get("/api/v1/notices/waiting").list("items").isEmpty()
        && staff.get("/api/v1/notices?state=waiting,sending").list("items").isEmpty();
  }

  private static String route(HttpReceiver receiver) {
    return ("{\"name\":\"hook\",\"courier\":\"webhook\",\"address\":\"%s\",\"least\":\"critical\","
            + "\"tellsClears\":false}")
        .formatted(receiver.url());
  }

  /** The births and all alarms of the first kind, then those of the other kinds. */
  private static List<List<ShedTales.Said>> tale() {
    long at = System.currentTimeMillis();
    List<List<ShedTales.Said>> parts = new ArrayList<>();
    int seq = 1;
    for (AlarmKind kind : KINDS) {
      List<ShedTales.Said> part = new ArrayList<>();
      for (ShedAddress shed : SHEDS) {
        BootId boot = new BootId(shed.shed() + "boot1");
        if (parts.isEmpty()) {
          part.add(new ShedTales.Said(shed, birth(new Stamp(boot, 1, at, false)), false));
        }
        for (int socket = 1; socket <= ShedTales.SOCKETS; socket++) {
          Stamp stamp = new Stamp(boot, seq + socket, at, false);
          part.add(new ShedTales.Said(shed, raised(stamp, socket, kind), false));
        }
      }
      seq += ShedTales.SOCKETS;
      parts.add(part);
    }
    return parts;
  }

  private static Alarm raised(Stamp stamp, int socket, AlarmKind kind) {
    AlarmId id = new AlarmId(stamp.boot() + "-" + stamp.seq());
    return new Alarm(
        stamp, id, OptionalInt.of(socket), kind, AlarmPhase.RAISED, 16.5, 5.5, AlarmAction.NONE);
  }

  private static Status birth(Stamp stamp) {
    return new Status(
        stamp,
        ShedState.ONLINE,
        OptionalLong.of(1),
        Optional.empty(),
        "1.0.0",
        ShedTales.SOCKETS,
        OptionalInt.empty(),
        List.of(new SeqRange(stamp.boot(), 1, 1)),
        Optional.of(List.of()));
  }
}
