package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Why something that is to be told has not left yet. */
final class WaitingWhyTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Instant NOON = NoticeRig.NOON;
  private static final Route ROUTE = NoticeRig.route("r", CourierKind.WEBHOOK, "http://r/");

  private static WaitingWhy why(Route route, Duration until, boolean busy) {
    WaitingWhy.At at = new WaitingWhy.At(NOON, SHANGHAI);
    return WaitingWhy.of(route, Transition.RAISED, NOON.plus(until), busy, at);
  }

  @Test
  void whatIsNotDueYetGathersOthersOfItsMoment() {
    assertThat(why(ROUTE, Duration.ofSeconds(9), true)).isEqualTo(WaitingWhy.GATHERING);
  }

  @Test
  void onARouteForWhatNobodyTakesItWaitsForSomebodyToTakeIt() {
    Route later = NoticeRig.after(ROUTE, 30);
    assertThat(why(later, Duration.ofMinutes(29), false)).isEqualTo(WaitingWhy.ESCALATION);
  }

  @Test
  void outsideOfTheHoursOfARouteItWaitsForTheirBeginning() {
    Hours evening = new Hours(Hours.minute("18:00"), Hours.minute("22:00"), true);
    RouteFilter filter = new RouteFilter(Severity.MINOR, Set.of(), Set.of(), evening);
    Route route = NoticeRig.filtered(NoticeRig.after(ROUTE, 10), filter);
    assertThat(why(route, Duration.ofHours(6), false)).isEqualTo(WaitingWhy.HOURS);
    assertThat(why(route, Duration.ofHours(7), false)).isEqualTo(WaitingWhy.ESCALATION);
  }

  @Test
  void whatIsDueWaitsForTheMessageBeforeItOrForThePace() {
    assertThat(why(ROUTE, Duration.ZERO, true)).isEqualTo(WaitingWhy.LINE);
    assertThat(why(ROUTE, Duration.ofSeconds(-5), false)).isEqualTo(WaitingWhy.PACE);
  }
}
