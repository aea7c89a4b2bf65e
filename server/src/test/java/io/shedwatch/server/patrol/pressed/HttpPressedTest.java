package io.shedwatch.server.patrol.pressed;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.live.Live;
import io.shedwatch.server.live.ShedLive;
import io.shedwatch.server.live.SocketLive;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.pressure.map.Walks;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.RuleVersion;
import io.shedwatch.server.rule.RulesInForce;
import io.shedwatch.server.site.Site;
import io.shedwatch.testkit.Await;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From the board and the pressure map through the database to what staff read. */
final class HttpPressedTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final String ALERTS = "/api/v1/alerts?rule=fly-line-pressure";
  private static final TestRoom ROOM = TestRoom.start(Map.of());

  private final TestClient staff = ROOM.as("staff");
  private final Site site = part(Site.class);

  /**
   * An evening of last week: the server's own look finds these sheds silent, so only the one of
   * this test judges them.
   */
  private Instant now = LocalDate.now(ZONE).minusDays(7).atTime(18, 0).atZone(ZONE).toInstant();

  private final PressedLoop loop = loop();

  @AfterAll
  static void stop() {
    ROOM.close();
  }

  private static <T> T part(Class<T> type) {
    return ROOM.context().getBean(type);
  }

  /** Judges at once, from a tenth of a person on. */
  private PressedLoop loop() {
    RuleName rule = RuleName.FLY_LINE_PRESSURE;
    Map<String, Double> changed =
        Map.of(
            "turnedAway",
            0.1,
            "deadbandTurnedAway",
            0.0,
            "onDelaySeconds",
            0.0,
            "offDelaySeconds",
            0.0);
    RuleVersion version =
        new RuleVersion(rule, 2, RuleVersion.complete(rule, changed), "officer-1", now, "test");
    return new PressedLoop(
        new PressedLoop.Tools(
            part(DataSource.class),
            site,
            part(Walks.class),
            part(Live.class),
            part(JdbcBuildingWeek.class),
            part(JdbcAlertDesk.class),
            new RulesInForce(RuleSet.BUILT_IN.with(version)),
            () -> now));
  }

  /** Two weeks in which every shed fills up within the hour after five. */
  private void fillEvenings() {
    StringBuilder csv = new StringBuilder("shed,socket,startedAt,endedAt,wattHours,unpluggedAt\n");
    for (Site.Shed shed : site.sheds()) {
      for (int day = 1; day <= 14; day++) {
        for (int socket = 1; socket <= shed.sockets(); socket++) {
          Instant start =
              LocalDate.now(ZONE)
                  .minusDays(day + 1)
                  .atTime(17, 5 * socket)
                  .atZone(ZONE)
                  .toInstant();
          Instant end = start.plus(Duration.ofHours(6));
          csv.append(
              String.format(
                  Locale.ROOT, "%s,%d,%s,%s,600,%s%n", shed.shed(), socket, start, end, end));
        }
      }
    }
    TestAnswer answer =
        ROOM.as("admin")
            .send(
                "POST",
                "/api/v1/sessions/import",
                csv.toString(),
                Map.of("Content-Type", "text/csv"));
    assertThat(answer.json()).containsEntry("rejectedCount", 0);
    Await.until(
        "an estimate",
        Duration.ofSeconds(60),
        () -> !"null".equals(staff.get("/api/v1/patrols").field("basis")));
  }

  private void tell(String shed, ShedState state, Usage usage) {
    int sockets = site.shed(shed).orElseThrow().sockets();
    part(Live.class)
        .feed()
        .shed(
            new ShedLive(
                new ShedId(shed),
                Optional.of(state),
                now.toEpochMilli(),
                IntStream.rangeClosed(1, sockets)
                    .mapToObj(
                        socket -> new SocketLive(reading(socket, usage), now.toEpochMilli(), 0))
                    .toList()));
  }

  private static Reading reading(int socket, Usage usage) {
    double none = Double.NaN;
    return new Reading(socket, usage, RelayPosition.CLOSED, none, none, none, none, none);
  }

  private void look() throws SQLException {
    now = now.plusSeconds(10);
    loop.look(now);
  }

  @Test
  void allInReachFullIsAnAlertWithWordsUntilASocketIsFree() throws SQLException {
    fillEvenings();
    site.sheds().forEach(shed -> tell(shed.shed().value(), ShedState.ONLINE, Usage.CHARGING));
    tell("s17", ShedState.ONLINE, Usage.FREE);
    look();
    look();
    String raised = staff.get(ALERTS + "&shed=s01&open=true").body();
    assertThat(raised)
        .containsOnlyOnce("\"alert\":")
        .contains("\"severity\":\"major\"", "\"ruleVersion\":2", "\"clearedAt\":null")
        .contains("1号楼", "18:00 起", "17号车棚有 10 个空位，步行约 4 分钟", "建议巡查：")
        .contains("Shed 17 has 10 free");
    assertThat(staff.get("/api/v1/incidents?shed=s01").body())
        .contains("\"kind\":\"fly-line-pressure\"");
    assertThat(ROOM.anonymous().get(ALERTS).status()).as("not for residents").isEqualTo(401);

    tell("s17", ShedState.LOST, Usage.FREE);
    look();
    assertThat(staff.get(ALERTS + "&shed=s01&open=true").body())
        .as("nobody is sent to a shed that fell silent")
        .contains("全小区没有已知的空位")
        .doesNotContain("17号车棚");

    site.sheds().forEach(shed -> tell(shed.shed().value(), ShedState.ONLINE, Usage.FREE));
    look();
    look();
    assertThat(staff.get(ALERTS).body())
        .contains("a socket in reach is free")
        .doesNotContain("\"clearedAt\":null");
  }
}
