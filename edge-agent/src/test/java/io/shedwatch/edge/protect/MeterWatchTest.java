package io.shedwatch.edge.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

final class MeterWatchTest {
  private MeterWatch watch = MeterWatch.start(0, false, false);
  private long second;
  private long othersVolts;
  private long othersWatts;

  private static Sample sample(long second, double volts, double watts) {
    return new Sample(
        second * 1_000, volts, Double.NaN, watts, Double.NaN, Double.NaN, Contacts.NONE);
  }

  /** Mains voltage that moves each second. */
  private static double lively(long second) {
    return 220 + (int) (second % 7);
  }

  /** Ticks, with neighbours whose volts move at each of them when {@code lively}. */
  private List<Verdict> ticks(int ticks, boolean lively, LongFunction<Sample> meter) {
    List<Verdict> found = new ArrayList<>();
    for (int i = 0; i < ticks; i++) {
      second++;
      if (lively) {
        othersVolts++;
        othersWatts++;
      }
      MeterWatch.Step step =
          watch.next(meter.apply(second), second * 1_000, othersVolts, othersWatts);
      watch = step.next();
      found.addAll(step.verdicts());
    }
    return found;
  }

  @Test
  void aMeterThatSaysNothingForTenSecondsIsLostUntilItHasAnsweredForAMinute() {
    assertThat(ticks(60, true, s -> sample(s, lively(s), 100))).isEmpty();
    Sample last = sample(60, 224, 100);
    assertThat(ticks(9, true, s -> last)).isEmpty();
    assertThat(ticks(1, true, s -> last))
        .containsExactly(Verdict.tell(AlarmKind.METER_LOST, 10, 10));
    assertThat(watch.blind()).isTrue();
    assertThat(ticks(60, true, s -> sample(s, lively(s), 100))).isEmpty();
    assertThat(ticks(1, true, s -> sample(s, lively(s), 100)))
        .extracting(Verdict::kind, Verdict::raise)
        .containsExactly(org.assertj.core.groups.Tuple.tuple(AlarmKind.METER_LOST, false));
    assertThat(watch.blind()).isFalse();
  }

  @Test
  void aMeterThatNeverAnsweredIsLostToo() {
    assertThat(ticks(10, false, s -> Sample.NONE))
        .extracting(Verdict::kind)
        .containsExactly(AlarmKind.METER_LOST);
  }

  @Test
  void identicalValuesWhileNeighboursVaryAreAFrozenMeter() {
    assertThat(ticks(30, true, s -> sample(s, lively(s), 100))).isEmpty();
    assertThat(ticks(120, true, s -> sample(s, 231.1, 100))).isEmpty();
    assertThat(ticks(1, true, s -> sample(s, 231.1, 100)))
        .containsExactly(Verdict.tell(AlarmKind.METER_FROZEN, 120, 120));
    assertThat(watch.blind()).isTrue();
  }

  @Test
  void aStillNightIsNoFrozenMeter() {
    assertThat(ticks(7_200, false, s -> sample(s, 220.1, 0))).isEmpty();
  }

  @Test
  void anIdlePlugWithoutVoltsIsNoFrozenMeter() {
    assertThat(ticks(7_200, true, s -> Sample.ofWatts(s * 1_000, 0))).isEmpty();
  }

  @Test
  void withoutVoltsAnEvenLoadMayStandStillForTenMinutes() {
    assertThat(ticks(600, true, s -> Sample.ofWatts(s * 1_000, 104))).isEmpty();
    assertThat(ticks(1, true, s -> Sample.ofWatts(s * 1_000, 104)))
        .extracting(Verdict::kind)
        .containsExactly(AlarmKind.METER_FROZEN);
  }

  @Test
  void aFrozenMeterThatMovesForAMinuteIsBelievedAgain() {
    ticks(130, true, s -> sample(s, 231.1, 100));
    assertThat(watch.blind()).isTrue();
    assertThat(ticks(60, true, s -> sample(s, lively(s), 100))).isEmpty();
    assertThat(ticks(1, true, s -> sample(s, lively(s), 100)))
        .extracting(Verdict::raise)
        .containsExactly(false);
    assertThat(watch.blind()).isFalse();
  }
}
