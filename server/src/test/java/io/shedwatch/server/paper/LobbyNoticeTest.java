package io.shedwatch.server.paper;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.pressure.map.JdbcShedWeek;
import io.shedwatch.server.pressure.map.ShedFill;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LobbyNoticeTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

  /** A shed of ten sockets, seen for some days, full for a share of each hour from 17 to 22. */
  private static ShedFill shed(String id, int days, double fullInTheEvening, int freeOtherwise) {
    List<ShedFill.Hour> hours = new ArrayList<>();
    for (int hour = 0; hour < 24; hour++) {
      double seen = days * 60;
      double full = hour >= 17 && hour < 23 ? seen * fullInTheEvening : 0;
      hours.add(new ShedFill.Hour(seen, full, (seen - full) * freeOtherwise));
    }
    return new ShedFill(id, 10, hours);
  }

  private static LobbyNotice notice(ShedFill... sheds) {
    return LobbyNotice.of(
        new JdbcShedWeek.Week(MONDAY, MONDAY.plusDays(6), false, Arrays.asList(sheds)));
  }

  private static List<String> names(List<LobbyNotice.Evening> evenings) {
    return evenings.stream().map(LobbyNotice.Evening::shed).toList();
  }

  @Test
  void theFullestEveningComesFirstAndNoShedIsNamedTwice() {
    LobbyNotice notice =
        notice(
            shed("s1", 7, 0.2, 5), shed("s2", 7, 0.9, 1), shed("s3", 7, 0, 3), shed("s4", 7, 0, 8));
    assertThat(names(notice.fullest())).containsExactly("s2", "s1");
    assertThat(names(notice.emptiest())).containsExactly("s4", "s3");
    assertThat(notice.fullest().get(0).fullShare()).isEqualTo(0.9);
    assertThat(notice.emptiest().get(0).freeSockets()).isEqualTo(8);
    assertThat(names(notice(shed("s1", 7, 0, 1)).emptiest())).isEmpty();
  }

  @Test
  void threeEveningsOfSevenAreTooFewForAShed() {
    LobbyNotice notice = notice(shed("s1", 3, 1, 0), shed("s2", 4, 0.5, 2), shed("s3", 7, 0, 9));
    assertThat(notice.ranked()).isEqualTo(2);
    assertThat(names(notice.fullest())).containsExactly("s2");
    assertThat(names(notice.emptiest())).containsExactly("s3");
  }

  @Test
  void nothingIsComparedWhileMostShedsHaveTooFewData() {
    LobbyNotice notice = notice(shed("s1", 7, 1, 0), shed("s2", 0, 0, 0), shed("s3", 1, 0, 9));
    assertThat(notice.tooFew()).isTrue();
    assertThat(notice.ranked()).isEqualTo(1);
    assertThat(notice.hours()).isEmpty();
    assertThat(notice.freeHours()).isEmpty();
  }

  @Test
  void whereNothingIsKnownYetNothingIsCounted() {
    assertThat(PdfLobbyNotice.tooFewWords(17, 0)).startsWith("车棚的记录刚刚开始。").doesNotContain("0");
    assertThat(PdfLobbyNotice.tooFewWords(17, 3)).startsWith("17 个车棚中，3 个在这七天里");
  }

  @Test
  void freeHoursAreThoseOfTheDayInWhichAtMostOneWalkOfTenIsInVain() {
    assertThat(notice(shed("s1", 7, 0.9, 4), shed("s2", 7, 0, 4)).freeHours())
        .containsExactly(new LobbyNotice.Range(6, 17), new LobbyNotice.Range(23, 24));
    assertThat(notice(shed("s1", 7, 0.1, 4)).freeHours())
        .containsExactly(new LobbyNotice.Range(6, 24));
  }

  @Test
  void theHoursAddUpTheFreeSocketsOfAllSheds() {
    LobbyNotice notice = notice(shed("s1", 7, 0, 4), shed("s2", 5, 0.5, 6));
    assertThat(notice.hours().get(12).freeSockets()).isEqualTo(10);
    assertThat(notice.hours().get(20).freeSockets()).isEqualTo(4 + 3);
  }

  @Test
  void aShareTooSmallToPrintIsWordsAndNotZeroPercent() {
    assertThat(PdfLobbyNotice.words(new LobbyNotice.Evening("s1", 10, 0.004, 7.25)))
        .isEqualTo("几乎没有满过，平均空 7.3 个（共 10 个）");
    assertThat(PdfLobbyNotice.words(new LobbyNotice.Evening("s1", 11, 0.62, 0.4)))
        .isEqualTo("62% 的时间满员，平均空 0.4 个（共 11 个）");
  }
}
