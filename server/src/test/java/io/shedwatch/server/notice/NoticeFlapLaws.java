package io.shedwatch.server.notice;

import static io.shedwatch.server.notice.NoticeRig.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.Letter;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is told of an alert that comes again and again; beside {@link NoticeDeskLaws}. */
interface NoticeFlapLaws {
  Flaps FOUR_IN_HALF_HOUR = rule -> new Flaps.Bound(4, Duration.ofMinutes(30).toMillis());

  /** Tables of this test's own, with one route that is told of everything. */
  NoticeRig rig();

  /** Nobody would hear of a contact that chatters if each of its alarms were over too soon. */
  @Test
  default void whatFlapsIsToldOnceAndSaysHowOftenAndSinceWhenThoughItIsJustOver()
      throws SQLException {
    List<Errand> sent = new ArrayList<>();
    for (int i = 0; i < 7; i++) {
      Instant at = NOON.plusSeconds(60L * i);
      rig()
          .raise(
              rig().alert("a" + i, "overvoltage", Severity.MINOR, "s02", 0, at), FOUR_IN_HALF_HOUR);
      rig().clear("a" + i, at.plusSeconds(5));
      sent.addAll(rig().run(at, 59));
    }
    assertThat(sent).hasSize(1);
    Letter letter = sent.get(0).letter();
    assertThat(letter.title()).contains("过压").endsWith("（反复出现）");
    assertThat(letter.text())
        .contains("时间：01-06 12:03:00", "已于 01-06 12:03:05 恢复")
        .contains("01-06 12:00:00 起第 4 次。缓和之前不再逐次通知。");
    assertThat(letter.facts())
        .contains("\"flapping\":{\"raises\":4,\"since\":\"2026-01-06T04:00:00Z\"}");
  }

  @Test
  default void whatWasToldEachTimeIsToldNoMoreAfterItWasSaidToFlap() throws SQLException {
    List<Errand> sent = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Instant at = NOON.plusSeconds(240L * i);
      rig()
          .raise(
              rig().alert("a" + i, "shed-offline", Severity.MAJOR, "s02", 0, at),
              FOUR_IN_HALF_HOUR);
      sent.addAll(rig().run(at, 99));
      rig().clear("a" + i, at.plusSeconds(100));
      sent.addAll(rig().run(at.plusSeconds(100), 139));
    }
    List<String> raised = titles(sent).stream().filter(title -> !title.contains("恢复")).toList();
    assertThat(raised).hasSize(4);
    assertThat(raised.subList(0, 3)).noneMatch(title -> title.contains("反复出现"));
    assertThat(raised.get(3)).contains("反复出现");
    assertThat(titles(sent)).as("each with its end").hasSize(8);
    assertThat(sent.get(7).letter().text()).contains("01-06 12:00:00 起第 4 次");
  }

  @Test
  default void aMessageOfSeveralPlacesSaysHowManyOfThemFlap() throws SQLException {
    for (int i = 0; i < 4; i++) {
      Instant at = NOON.plusSeconds(60L * i);
      rig()
          .raise(
              rig().alert("a" + i, "overvoltage", Severity.MINOR, "s02", 1, at), FOUR_IN_HALF_HOUR);
      rig().clear("a" + i, at.plusSeconds(5));
    }
    Instant last = NOON.plusSeconds(180);
    rig().raise(rig().alert("b", "overvoltage", Severity.MINOR, "s02", 2, last), FOUR_IN_HALF_HOUR);
    List<Errand> sent = rig().run(last, 60);
    assertThat(sent).hasSize(1);
    assertThat(sent.get(0).letter().text()).contains("2 处，其中 1 处反复出现");
  }

  private static List<String> titles(List<Errand> sent) {
    return sent.stream().map(one -> one.letter().title()).toList();
  }
}
