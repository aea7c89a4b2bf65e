package io.shedwatch.server.patrol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PatrolWindowTest {
  /** A Monday. */
  private static ZonedDateTime at(int hour) {
    return ZonedDateTime.of(2026, 3, 2, hour, 40, 0, 0, ZoneId.of("Asia/Shanghai"));
  }

  private static List<List<Double>> allAt(int hour) {
    List<Double> week = new ArrayList<>(Collections.nCopies(168, 0.0));
    week.set(hour, 2.0);
    return List.of(week);
  }

  @Test
  void itIsTheFirstHourAfterMostWereTurnedAway() {
    assertThat(PatrolWindow.best(allAt(19), at(18))).contains(new PatrolWindow(20));
    assertThat(new PatrolWindow(20).text()).isEqualTo("20:00–21:00");
  }

  @Test
  void anHourThatHasBegunIsOnlyTheLastOfTheEvening() {
    assertThat(PatrolWindow.best(allAt(17), at(18))).contains(new PatrolWindow(19));
    assertThat(PatrolWindow.best(allAt(17), at(23))).contains(new PatrolWindow(23));
  }

  @Test
  void thereIsNoneWhileWhatIsRunNowWouldBeGoneByTheEvening() {
    assertThat(PatrolWindow.best(allAt(3), at(3))).isEmpty();
    assertThat(PatrolWindow.best(allAt(11), at(11))).isEmpty();
    assertThat(PatrolWindow.best(allAt(12), at(12))).contains(new PatrolWindow(17));
  }
}
