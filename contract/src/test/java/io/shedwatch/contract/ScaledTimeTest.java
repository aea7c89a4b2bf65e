package io.shedwatch.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScaledTimeTest {
  private static final long START = 1_767_225_600_000L;

  @Test
  void showsItsStartWhenRealTimeIsTheStart() {
    assertThat(new ScaledTime(START, 60).at(START)).isEqualTo(START);
  }

  @ParameterizedTest
  @CsvSource({"1000, 60000, 60", "-1000, -60000, 60", "1000, 500, 0.5", "1, 2, 2.5"})
  void runsFactorTimesAsFast(long real, long scaled, double factor) {
    assertThat(new ScaledTime(START, factor).at(START + real)).isEqualTo(START + scaled);
  }

  @Test
  void realTimeIsUntouched() {
    assertThat(ScaledTime.REAL.at(START + 7)).isEqualTo(START + 7);
    assertThat(ScaledTime.REAL.realMillisFor(1_000)).isEqualTo(1_000);
    assertThat(ScaledTime.REAL.isReal()).isTrue();
  }

  @Test
  void neverDecreases() {
    ScaledTime time = new ScaledTime(START, 7.3);
    for (long real = -2_000; real < 2_000; real++) {
      assertThat(time.at(START + real)).isGreaterThanOrEqualTo(time.at(START + real - 1));
    }
  }

  @Test
  void aWaitIsNeverTooShort() {
    ScaledTime time = new ScaledTime(START, 60);
    assertThat(time.realMillisFor(1_000)).isEqualTo(17);
    assertThat(time.at(START + time.realMillisFor(1_000)) - START).isGreaterThanOrEqualTo(1_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1767225600000@60", "1767225600000@0.5", "0@1", "1@10000"})
  void readsBackItsOwnSetting(String setting) {
    assertThat(ScaledTime.parse(setting).setting()).isEqualTo(setting);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "60", "@60", "1767225600000@", "1767225600000@x", "now@60", "-5@60"})
  void saysWhatTheSettingShouldLookLike(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaledTime.parse(setting))
        .withMessageContaining("SHEDWATCH_CLOCK must be <startMillis>@<factor>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0@0", "0@10001", "0@0.0001"})
  void refusesAFactorThatNoMachineFollows(String setting) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ScaledTime.parse(setting))
        .withMessageContaining("factor");
  }
}
