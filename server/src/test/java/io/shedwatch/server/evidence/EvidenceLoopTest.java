package io.shedwatch.server.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.incident.IncidentFile;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.incident.JdbcIncidentFiles;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.Occasion;
import io.shedwatch.server.readings.InMemoryReadingStore;
import io.shedwatch.server.readings.Retention;
import io.shedwatch.server.readings.ShedReadings;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.web.Room;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The evidence of incidents, frozen by a loop of this test's own with a clock of its own. */
final class EvidenceLoopTest {
  private static final SiteId SITE = new SiteId("liuxi");
  private static final ShedId SHED = new ShedId("s03");
  private static final String EVIDENCE = "/api/v1/incidents/e1/evidence";

  /** Far ahead of the room's own clock, so that its own loop leaves these alone. */
  private static final Instant AT = Instant.parse("2099-06-01T12:00:00Z");

  private static Room room;
  private final InMemoryReadingStore readings = new InMemoryReadingStore(Retention.FOR_EVER);

  @BeforeAll
  static void start() throws IOException {
    room = Room.start(Map.of());
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void itIsFrozenWhenTheLastMinuteIsOverAndNotBefore() throws Exception {
    incident("e1", 1);
    ShedAddress shed = new ShedAddress(SITE, SHED);
    room.part(JdbcAlertDesk.class)
        .raise(
            AlertRaised.of(
                    "kettle",
                    "not-a-charger",
                    Severity.CRITICAL,
                    Subject.of(shed, OptionalInt.of(1)),
                    AT.toEpochMilli())
                .by(3));
    versionThree();
    assertThat(room.admin().get(EVIDENCE).statusCode()).isEqualTo(404);
    reading(1, AT.minusSeconds(599), 180);
    reading(1, AT.plusSeconds(599), 650);
    reading(1, AT.plusSeconds(700), 1);
    reading(2, AT, 77);
    run(AT.plus(Duration.ofMinutes(10)).plusSeconds(59), "e1", 0);
    run(AT.plus(Duration.ofMinutes(11)).plusSeconds(1), "e1", 1);

    IncidentFile file = files("e1").get(0);
    byte[] pack = room.part(JdbcIncidentFiles.class).body("e1", file.digest()).orElseThrow();
    assertThat(EventHash.ofFile(pack)).isEqualTo(file.digest());
    assertThat(new String(pack, StandardCharsets.UTF_8))
        .contains("\"incident\":\"e1\"", "\"readings\":2", "\"watts\":180.0", "\"watts\":650.0")
        .contains("\"rule\":\"not-a-charger\"", "\"ruleVersion\":3", "\"watts\":555.0")
        .doesNotContain("\"watts\":1.0", "\"watts\":77.0");
    assertThat(room.admin().get(EVIDENCE).body())
        .isEqualTo(new String(pack, StandardCharsets.UTF_8));
    assertThat(room.admin().get("/api/v1/incidents/e1/events").body())
        .containsOnlyOnce("\"event\":\"evidence\"")
        .contains(file.digest());
    assertThat(room.admin().get("/api/v1/incidents/verification").body())
        .contains("\"whole\":true");
  }

  @Test
  void aStoreThatIsAwayDelaysItAndARestartForgetsNothing() throws Exception {
    incident("e2", 2);
    reading(2, AT, 480);
    readings.away(true);
    run(AT.plus(Duration.ofHours(1)), "e2", 0);
    readings.away(false);
    run(AT.plus(Duration.ofHours(2)), "e2", 1);
    run(AT.plus(Duration.ofHours(3)), "e2", 1);
  }

  @Test
  void oneThatCannotBeGatheredHoldsUpNoOther() throws Exception {
    incident("e3", 3);
    incident("e4", 4);
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection ->
            JdbcCall.update(
                connection, "update incident set shed = ? where incident = ?", "s/3", "e3"));
    run(AT.plus(Duration.ofHours(4)), "e4", 1);
    assertThat(files("e3")).isEmpty();
  }

  /** Runs a loop at that time until it has looked, and says how many packs there have to be. */
  private void run(Instant now, String incident, int packs) throws Exception {
    try (EvidenceLoop loop =
        EvidenceLoop.start(room.part(DataSource.class), SITE, readings, () -> now)) {
      Await.until("the loop looked twice", () -> loop.looks() >= 2);
      assertThat(files(incident)).hasSize(packs);
    }
  }

  /** The thresholds that the alert was judged by. */
  private static void versionThree() throws SQLException {
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection ->
            JdbcCall.update(
                connection,
                "insert into rule_version (site, rule, version, parameters, changed_by, changed_at,"
                    + " why) values (?, 'not-a-charger', 3, '{\"watts\":555}', 'o', ?, 'y')",
                SITE.value(),
                AT.minusSeconds(3_600)));
  }

  private static List<IncidentFile> files(String incident) throws SQLException {
    return room.part(JdbcIncidentFiles.class).of(incident);
  }

  private void reading(int socket, Instant at, double watts) throws IOException {
    Reading reading =
        new Reading(
            socket, Usage.CHARGING, RelayPosition.CLOSED, 220, watts / 220, watts, 100, Double.NaN);
    readings.write(List.of(new ShedReadings(SHED, at.toEpochMilli(), List.of(reading))));
  }

  private static void incident(String id, int socket) throws SQLException {
    Occasion occasion =
        new Occasion(
            id,
            "liuxi/s03/" + socket,
            "overpower",
            Severity.MAJOR,
            Subject.of(new ShedAddress(SITE, SHED), OptionalInt.of(socket)),
            AT.toEpochMilli(),
            "edge",
            "{\"kind\":\"overpower\"}");
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection -> {
          JdbcIncidents.prepare(connection, SITE);
          JdbcIncidents.Entry entry =
              JdbcIncidents.openOrJoin(connection, occasion, AT.toEpochMilli());
          return JdbcIncidents.append(connection, SITE, List.of(entry.event()));
        });
  }
}
