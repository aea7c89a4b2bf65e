package io.shedwatch.server.notice;

import static io.shedwatch.server.notice.NoticeRig.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The day in numbers: when it leaves, and what it counts. */
final class NoticeDigestTest {
  @Test
  void theDigestGoesOutOnceADayWithTheNewestHash() throws SQLException {
    try (NoticeRig rig = NoticeRig.inMemory()) {
      rig.put(NoticeRig.route("robot", CourierKind.WECOM, "http://robot/"));
      rig.put(
          new Route(
              "daily",
              "daily",
              NoticeRig.route("robot", CourierKind.WECOM, "http://robot/").destination(),
              new RouteFilter(Severity.CRITICAL, Set.of("none"), Set.of(), Hours.ALWAYS),
              Audience.ADDRESS,
              0,
              Language.EN,
              false,
              true,
              true));
      rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
      rig.run(NOON, 5);
      String hash = rig.rows("select hash from incident_chain").get(0);
      rig.desk.digest(NOON.plus(Duration.ofHours(19)));
      assertThat(rig.run(NOON.plus(Duration.ofHours(19)), 5)).as("at 7 in the morning").isEmpty();
      rig.desk.digest(NOON.plus(Duration.ofHours(21)));
      rig.desk.digest(NOON.plus(Duration.ofHours(22)));
      List<Errand> sent = rig.run(NOON.plus(Duration.ofHours(22)), 60);
      assertThat(sent).hasSize(1);
      assertThat(sent.get(0).letter().title()).contains("2026-01-06");
      assertThat(sent.get(0).letter().text())
          .contains("Alerts: 1 critical, 0 major, 0 minor", "1 open now", hash);
    }
  }

  @Test
  void drillsAreInNoFigureOfTheDigest() throws SQLException {
    try (NoticeRig rig = NoticeRig.inMemory()) {
      drillsAreInNoFigure(rig);
    }
  }

  static void drillsAreInNoFigure(NoticeRig rig) throws SQLException {
    rig.put(NoticeRig.route("robot", CourierKind.WECOM, "http://robot/"));
    rig.raise(rig.alert("d", "drill", Severity.CRITICAL, "s01", 0, NOON));
    rig.look(NOON, new Outcome.Refused("no"));
    rig.look(NOON.plusSeconds(1), new Outcome.Refused("no"));
    rig.execute("update notice set state = 'failed'");
    Digest digest =
        JdbcTransaction.run(
            rig.pool,
            one ->
                new JdbcDigest(rig.site.site())
                    .of(one, NOON.minusSeconds(60), NOON.plusSeconds(60)));
    assertThat(rig.rows("select notice from notice where drill")).hasSize(1);
    assertThat(digest.raised().values()).containsOnly(0L);
    assertThat(List.of(digest.opened(), digest.open(), digest.unacknowledged(), digest.failed()))
        .containsOnly(0L);
  }
}
