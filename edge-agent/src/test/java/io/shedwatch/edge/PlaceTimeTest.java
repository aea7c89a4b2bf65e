package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.testkit.Seeds;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlaceTimeTest {
  private static final long NOON = 1_767_225_600_000L;

  private long machine = NOON;
  private long nanos = 5_000_000_000L;

  private PlaceTime start(ScaledTime scale) {
    return new PlaceTime(scale, new AnchoredTime(scale, machine, () -> nanos), () -> machine);
  }

  private void pass(long millis) {
    machine += millis;
    nanos += millis * 1_000_000;
  }

  @Test
  void followsAClockThatIsSetForwardAtOnce() {
    PlaceTime time = start(ScaledTime.REAL);
    pass(1_000);
    machine += 86_400_000L;

    assertThat(time.follow()).isEqualTo(PlaceTime.Followed.SET_FORWARD);
    assertThat(time.millis()).isEqualTo(NOON + 1_000 + 86_400_000L);
    assertThat(time.toPlace(NOON + 1_000)).isEqualTo(NOON + 1_000 + 86_400_000L);
    assertThat(time.toLoop(time.toPlace(NOON))).isEqualTo(NOON);
  }

  @Test
  void tellsAStepBackOfMoreThanTwoSecondsOnly() {
    PlaceTime time = start(ScaledTime.REAL);
    pass(1_000);
    machine -= 1_900;
    assertThat(time.follow()).isEqualTo(PlaceTime.Followed.STEADY);
    machine -= 200;
    assertThat(time.follow()).isEqualTo(PlaceTime.Followed.SET_BACK);
    assertThat(time.millis()).isEqualTo(machine);
    assertThat(time.follow()).isEqualTo(PlaceTime.Followed.STEADY);
  }

  @Seeds(100)
  void neverFallsWithoutSayingSoAndStaysNearTheMachinesClock(long seed) {
    Random random = new Random(seed);
    ScaledTime scale = random.nextBoolean() ? ScaledTime.REAL : new ScaledTime(NOON, 60);
    PlaceTime time = start(scale);
    long before = time.millis();
    for (int second = 0; second < 2_000; second++) {
      pass(1_000);
      machine += random.nextInt(3) - 1; // It creeps,
      if (random.nextInt(100) == 0) {
        machine += random.nextInt(20_000) - 10_000; // and somebody sets it.
      }
      PlaceTime.Followed followed = time.follow();
      long now = time.millis();
      if (followed != PlaceTime.Followed.SET_BACK) {
        assertThat(now).isGreaterThan(before);
      }
      assertThat(Math.abs(now - scale.at(machine)))
          .isLessThanOrEqualTo((long) (2_001 * scale.factor()));
      before = now;
    }
  }
}
