package io.shedwatch.server.pressure.effect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class BeforeAfterTest {
  private static final int MEASURE = 28;

  /** Four weeks of one number a day, then four of another. */
  private static Counts shed(String name, double before, double after) {
    List<Double> days = new ArrayList<>(Collections.nCopies(28, before));
    days.addAll(Collections.nCopies(28, after));
    return new Counts(name, days);
  }

  private static Counts without(Counts shed, int... days) {
    List<Double> values = new ArrayList<>(shed.days());
    for (int day : days) {
      values.set(day, Double.NaN);
    }
    return new Counts(shed.shed(), values);
  }

  private static BeforeAfter.Verdict judge(List<Counts> treated, Counts... others) {
    return BeforeAfter.of(treated, List.of(others), MEASURE);
  }

  @Test
  void whatMovesBothSidesIsNoEffect() {
    BeforeAfter.Verdict verdict =
        judge(List.of(shed("s01", 100, 150)), shed("s02", 100, 150), shed("s03", 100, 150));
    assertThat(verdict.effect().orElseThrow().change()).isCloseTo(0, within(0.001));
    assertThat(verdict.effect().orElseThrow().found()).isFalse();
  }

  @Test
  void theChangeIsTheRatioOfTheRatios() {
    BeforeAfter.Verdict verdict =
        judge(List.of(shed("s01", 100, 120)), shed("s02", 100, 150), shed("s03", 100, 150));
    Effect effect = verdict.effect().orElseThrow();
    assertThat(effect.change()).isCloseTo(-0.2, within(0.001));
    assertThat(effect.found()).isTrue();
    // Weeks without noise: what is left is that of counts, 6 degrees of freedom (t = 2.447).
    double counted = (1 / 700.5 + 1 / 1400.5 + 1 / 840.5 + 1 / 2100.5) / 2;
    double half = 2.447 * Math.sqrt(counted * 0.5);
    assertThat(Math.log1p(effect.high()) - Math.log1p(effect.change()))
        .isCloseTo(half, within(half * 0.01));
    assertThat(verdict.asLarge()).isZero();
  }

  @Test
  void aDayOnWhichAShedWasSilentCountsOnNoSide() {
    Counts silent = without(shed("s02", 100, 150), 3, 40);
    BeforeAfter.Verdict verdict =
        judge(List.of(shed("s01", 100, 120)), silent, shed("s03", 100, 150));
    assertThat(verdict.effect().orElseThrow().change()).isCloseTo(-0.2, within(0.001));
    assertThat(verdict.weeks()).extracting(WeekRatio::days).containsExactly(6, 7, 7, 7, 7, 6, 7, 7);
    assertThat(verdict.weeks().get(0).treated()).isEqualTo(600);
  }

  @Test
  void aShedThatIsOftenSilentOrOfAnotherSizeIsNotComparedWith() {
    Counts often = without(shed("s02", 100, 150), 1, 2, 3, 4, 5, 6);
    BeforeAfter.Verdict verdict =
        judge(
            List.of(shed("s01", 100, 120)),
            often,
            shed("s03", 100, 150),
            shed("s04", 100, 150),
            shed("s05", 301, 301),
            shed("s06", 33, 33));
    assertThat(verdict.controls()).containsExactly("s03", "s04");
  }

  @Test
  void withoutEnoughItSaysWhyInsteadOfANumber() {
    List<Counts> own = List.of(shed("s01", 100, 120));
    assertThat(judge(own, shed("s02", 100, 150)).missing())
        .contains(BeforeAfter.Missing.TOO_FEW_CONTROLS);
    assertThat(BeforeAfter.of(own, List.of(shed("s02", 100, 1), shed("s03", 100, 1)), 42).missing())
        .as("two weeks after")
        .contains(BeforeAfter.Missing.TOO_FEW_WEEKS);
    assertThat(judge(List.of(shed("s01", 1, 2)), shed("s02", 1, 1), shed("s03", 1, 1)).missing())
        .contains(BeforeAfter.Missing.TOO_FEW_COUNTS);
  }

  @Test
  void studentsBoundIsThatOfTheTables() {
    assertThat(StudentT.bound(4)).isCloseTo(2.776, within(0.01));
    assertThat(StudentT.bound(14)).isCloseTo(2.145, within(0.001));
    assertThat(StudentT.bound(1_000)).isCloseTo(1.962, within(0.001));
  }
}
