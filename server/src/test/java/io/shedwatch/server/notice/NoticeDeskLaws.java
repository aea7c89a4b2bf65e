package io.shedwatch.server.notice;

import static io.shedwatch.server.notice.NoticeRig.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.notice.courier.Recipient;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Who is told what when, on real tables, told as a story of seconds. The same laws hold on each
 * database that we run on.
 */
abstract class NoticeDeskLaws {
  private final NoticeRig rig = open();
  private final Route robot = NoticeRig.route("robot", CourierKind.WECOM, "http://robot/");

  /** A new and empty database. */
  abstract NoticeRig open();

  /** The one of this test. */
  public NoticeRig rig() {
    return rig;
  }

  @BeforeEach
  void addRoute() throws SQLException {
    rig.put(robot);
  }

  @AfterEach
  void close() {
    rig.close();
  }

  @Test
  void aHundredAndEightySocketsOfflineAtOnceAreOneMessage() throws SQLException {
    int alerts = 0;
    for (Site.Shed shed : rig.site.sheds()) {
      for (int socket = 1; socket <= shed.sockets(); socket++) {
        String id = "a" + ++alerts;
        rig.raise(rig.alert(id, "meter-lost", Severity.MAJOR, shed.shed().value(), socket, NOON));
      }
    }
    List<Errand> sent = rig.run(NOON, 300);
    assertThat(alerts).isEqualTo(180);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().title()).isEqualTo("【重要】17 个车棚 180 条告警：电表失联");
    assertThat(sent.get(0).letter().text()).contains("另有 5 处");
    assertThat(rig.rows("select count(*) from notice_task where state = 'told'"))
        .containsExactly("180");
  }

  @Test
  void aShedsPowerCutIsOneMessageNotEleven() throws SQLException {
    for (int socket = 1; socket <= 11; socket++) {
      rig.raise(
          rig.alert(
              "a" + socket,
              "undervoltage",
              Severity.MAJOR,
              "s01",
              socket,
              NOON.plusMillis(socket)));
    }
    assertThat(rig.run(NOON, 120)).hasSize(1);
  }

  @Test
  void aCriticalAlertLeavesAfterASecond() throws SQLException {
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s03", 0, NOON));
    assertThat(rig.run(NOON, 0)).isEmpty();
    List<Errand> sent = rig.run(NOON.plusSeconds(1), 0);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().title()).startsWith("【紧急】烟雾：").endsWith("3号车棚");
    assertThat(sent.get(0).letter().text()).contains("119");
  }

  @Test
  void wordsOfItsOwnAreToldInPlaceOfNumbers() throws SQLException {
    rig.raise(
        rig.alert("a", "fly-line-pressure", Severity.MAJOR, "s01", 0, NOON)
            .measuring(2.4, 1)
            .saying(new Site.Name("1号车棚满，去3号车棚。", "Shed 1 is full; go to shed 3.")));
    List<Errand> sent = rig.run(NOON, 120);
    assertThat(sent.get(0).letter().title()).contains("飞线压力");
    assertThat(sent.get(0).letter().text()).contains("1号车棚满，去3号车棚。").doesNotContain("2.4");
  }

  @Test
  void oneWrongLoadOnOneSocketIsOneMessage() throws SQLException {
    rig.raise(rig.alert("a", "overcurrent", Severity.CRITICAL, "s01", 5, NOON));
    assertThat(rig.run(NOON, 10)).hasSize(1);
    rig.raise(rig.alert("b", "overpower", Severity.MAJOR, "s01", 5, NOON.plusSeconds(15)));
    assertThat(rig.run(NOON.plusSeconds(15), 300)).isEmpty();
    assertThat(rig.rows("select why from notice_task where alert = 'b'")).containsExactly("joined");
  }

  @Test
  void whatIsWorseThanWhatWasToldIsToldAgain() throws SQLException {
    rig.raise(rig.alert("a", "overpower", Severity.MAJOR, "s01", 5, NOON));
    assertThat(rig.run(NOON, 12)).hasSize(1);
    rig.raise(rig.alert("b", "overcurrent", Severity.CRITICAL, "s01", 5, NOON.plusSeconds(15)));
    assertThat(rig.run(NOON.plusSeconds(15), 5)).hasSize(1);
  }

  @Test
  void theEndOfWhatWasToldIsTold() throws SQLException {
    rig.raise(rig.alert("a", "shed-offline", Severity.MAJOR, "s02", 0, NOON));
    assertThat(rig.run(NOON, 60)).hasSize(1);
    rig.clear("a", NOON.plusSeconds(90));
    List<Errand> sent = rig.run(NOON.plusSeconds(90), 120);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().title()).startsWith("【恢复】车棚离线");
  }

  @Test
  void aSmallThingThatWasOverBeforeItWasToldIsNotTold() throws SQLException {
    rig.raise(rig.alert("a", "overvoltage", Severity.MINOR, "s02", 0, NOON));
    rig.clear("a", NOON.plusSeconds(5));
    assertThat(rig.run(NOON, 300)).isEmpty();
  }

  @Test
  void aMajorThingThatWasOverBeforeItWasToldIsToldOnceAndSaysSo() throws SQLException {
    rig.raise(rig.alert("a", "overpower", Severity.MAJOR, "s02", 1, NOON));
    rig.clear("a", NOON.plusSeconds(5));
    List<Errand> sent = rig.run(NOON.plusSeconds(6), 300);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().text()).contains("已于 01-06 12:00:05 恢复");
  }

  @Test
  void anAlarmOutOfAShedsPastWaitsAMinuteForItsClear() throws SQLException {
    rig.raise(rig.alert("old", "smoke", Severity.CRITICAL, "s01", 0, NOON.minusSeconds(3_600)));
    rig.raise(rig.alert("gone", "smoke", Severity.CRITICAL, "s02", 0, NOON.minusSeconds(3_600)));
    assertThat(rig.run(NOON, 59)).isEmpty();
    rig.clear("gone", NOON.minusSeconds(3_000));
    List<Errand> sent = rig.run(NOON.plusSeconds(60), 30);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().facts()).contains("\"old\"").doesNotContain("\"gone\"");
  }

  @Test
  void whatNobodyTakesIsToldToTheNextAndOnlyThat() throws SQLException {
    rig.put(NoticeRig.after(NoticeRig.route("boss", CourierKind.SMTP, "boss@x.cn"), 15));
    rig.raise(rig.alert("taken", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    rig.raise(rig.alert("left", "smoke", Severity.CRITICAL, "s02", 0, NOON));
    assertThat(rig.run(NOON, 60)).allSatisfy(one -> assertThat(route(one)).isEqualTo("robot"));
    rig.execute("update alert set assigned_to = 'li' where alert = 'taken'");
    List<Errand> sent = rig.run(NOON.plus(Duration.ofMinutes(15)), 60);
    assertThat(sent).hasSize(1);
    assertThat(route(sent.get(0))).isEqualTo("boss");
    assertThat(sent.get(0).letter().title()).contains("15 分钟无人处理").contains("2号车棚");
  }

  @Test
  void shelvedAndExplainedAlertsAreNotTold() throws SQLException {
    rig.raise(rig.alert("shelved", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    rig.raise(rig.alert("explained", "smoke", Severity.CRITICAL, "s02", 0, NOON));
    rig.execute("update alert set shelved_until = ? where alert = 'shelved'", NOON.plusSeconds(99));
    rig.execute("update alert set inhibited_by = 'outage' where alert = 'explained'");
    assertThat(rig.run(NOON, 60)).isEmpty();
    assertThat(rig.rows("select why from notice_task order by why"))
        .containsExactly("inhibited", "shelved");
  }

  @Test
  void aRouteIsToldInItsHoursOnly() throws SQLException {
    Hours night = new Hours(Hours.minute("22:00"), Hours.minute("06:00"), false);
    Hours day = new Hours(Hours.minute("14:00"), Hours.minute("18:00"), true);
    rig.put(hours("night", night));
    rig.put(hours("afternoon", day));
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    assertThat(rig.run(NOON, 60)).extracting(NoticeDeskLaws::route).containsExactly("robot");
    List<Errand> later = rig.run(NOON.plus(Duration.ofHours(2)), 60);
    assertThat(later).extracting(NoticeDeskLaws::route).containsExactly("afternoon");
    assertThat(rig.run(NOON.plus(Duration.ofHours(10)), 60)).isEmpty();
  }

  @Test
  void routesHearOfTheirSeveritiesRulesAndGridsOnly() throws SQLException {
    rig.put(
        NoticeRig.filtered(
            NoticeRig.route("smoke", CourierKind.WEBHOOK, "http://a/"),
            new RouteFilter(Severity.MINOR, Set.of("smoke"), Set.of(), Hours.ALWAYS)));
    String grid =
        new Places(rig.site).grids(java.util.Optional.of("s01"), java.util.Optional.empty()).get(0);
    rig.put(
        NoticeRig.filtered(
            NoticeRig.route("grid", CourierKind.WEBHOOK, "http://b/"),
            new RouteFilter(Severity.CRITICAL, Set.of(), Set.of(grid), Hours.ALWAYS)));
    rig.raise(rig.alert("a", "overpower", Severity.MAJOR, "s01", 1, NOON));
    assertThat(rig.run(NOON, 90)).extracting(NoticeDeskLaws::route).containsExactly("robot");
    rig.raise(rig.alert("b", "smoke", Severity.CRITICAL, "s01", 0, NOON.plusSeconds(100)));
    assertThat(rig.run(NOON.plusSeconds(100), 30))
        .extracting(NoticeDeskLaws::route)
        .containsExactlyInAnyOrder("robot", "smoke", "grid");
  }

  @Test
  void aDrillNeverSharesAMessageWithWhatIsRealAndSaysSo() throws SQLException {
    rig.raise(rig.alert("d", "drill", Severity.CRITICAL, "s01", 0, NOON));
    rig.raise(rig.alert("r", "smoke", Severity.CRITICAL, "s02", 0, NOON));
    List<Errand> sent = rig.run(NOON, 60);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).letter().title()).startsWith("【紧急】烟雾");
    assertThat(sent.get(1).letter().title()).startsWith("【演练】");
    assertThat(sent.get(1).letter().drill()).isTrue();
  }

  @Test
  void aDeliveryIsInTheLogOfItsIncident() throws SQLException {
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    rig.run(NOON, 5);
    assertThat(rig.rows("select event from incident_event order by number"))
        .containsExactly("opened", "notified");
  }

  @Test
  void aKillDuringAnAttemptRepeatsItUnderTheSameIdAndSaysSo() throws SQLException {
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    rig.desk.route(NOON);
    rig.compose(NOON.plusSeconds(1));
    Errand first = rig.desk.claim(Set.of(), NOON.plusSeconds(1)).get(0);
    assertThat(rig.run(NOON.plusSeconds(2), 60)).as("it is under way").isEmpty();
    rig.desk.resume(NOON.plusSeconds(63));
    List<Errand> again = rig.run(NOON.plusSeconds(63), 60);
    assertThat(again).hasSize(1);
    assertThat(again.get(0).letter().notice()).isEqualTo(first.letter().notice());
    assertThat(again.get(0).letter().title()).isEqualTo("（可能重复）" + first.letter().title());
  }

  @Test
  void whatCannotBeDeliveredIsTriedAgainAndWhatCameMeanwhileGoesWithTheNext() throws SQLException {
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    assertThat(rig.look(NOON.plusSeconds(1), Outcome.later("HTTP 502"))).isEmpty();
    assertThat(rig.look(NOON.plusSeconds(2), Outcome.later("HTTP 502"))).hasSize(1);
    rig.raise(rig.alert("b", "smoke", Severity.CRITICAL, "s02", 0, NOON.plusSeconds(2)));
    rig.raise(rig.alert("c", "smoke", Severity.CRITICAL, "s03", 0, NOON.plusSeconds(2)));
    assertThat(rig.run(NOON.plusSeconds(3), 3)).as("before the pause is over").isEmpty();
    List<Errand> sent = rig.run(NOON.plusSeconds(7), 30);
    assertThat(sent).hasSize(2);
    assertThat(sent.get(0).letter().title()).doesNotContain("可能重复");
    assertThat(sent.get(1).letter().facts()).contains("\"b\"", "\"c\"");
  }

  @Test
  void whoeverIsOnDutyWhenAMessageLeavesIsNamed() throws SQLException {
    rig.execute("delete from notice_route");
    Route duty = NoticeRig.route("duty", CourierKind.WEBHOOK, "http://sms/");
    rig.put(
        new Route(
            duty.route(),
            duty.name(),
            duty.destination(),
            duty.filter(),
            Audience.DUTY,
            0,
            Language.EN,
            true,
            false,
            true));
    rig.raise(rig.alert("a", "smoke", Severity.CRITICAL, "s01", 0, NOON));
    Errand nobody = rig.run(NOON, 5).get(0);
    assertThat(nobody.letter().text()).contains("Nobody is on the duty roster now.");
    rig.onDuty = List.of(new Recipient("李雷", "13800000000", ""));
    rig.raise(rig.alert("b", "smoke", Severity.CRITICAL, "s02", 0, NOON.plusSeconds(20)));
    Errand named = rig.run(NOON.plusSeconds(20), 5).get(0);
    assertThat(named.letter().text()).contains("For 李雷").doesNotContain("13800000000");
    assertThat(named.letter().to()).containsExactlyElementsOf(rig.onDuty);
  }

  private static Route hours(String id, Hours hours) {
    return NoticeRig.filtered(
        NoticeRig.route(id, CourierKind.WEBHOOK, "http://" + id + "/"),
        new RouteFilter(Severity.MINOR, Set.of(), Set.of(), hours));
  }

  private static String route(Errand errand) {
    return errand.notice().route();
  }
}
