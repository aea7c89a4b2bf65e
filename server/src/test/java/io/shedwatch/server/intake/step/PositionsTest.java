package io.shedwatch.server.intake.step;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.util.List;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class PositionsTest {
  @Seeds
  void knowsWhatAPlainSetKnows(long seed) {
    Random random = new Random(seed);
    TreeSet<Long> plain = new TreeSet<>();
    Positions positions = Positions.NONE;
    for (int i = 0; i < 60; i++) {
      long from = 1L + random.nextInt(80);
      long to = from + (random.nextInt(3) == 0 ? random.nextInt(6) : 0);
      positions = positions.plus(from, to);
      for (long seq = from; seq <= to; seq++) {
        plain.add(seq);
      }
      agree(positions, plain);
    }
  }

  private static void agree(Positions positions, NavigableSet<Long> plain) {
    long contiguous = 0;
    while (plain.contains(contiguous + 1)) {
      contiguous++;
    }
    assertThat(positions.contiguous()).isEqualTo(contiguous);
    assertThat(positions.highest()).isEqualTo(plain.last());
    TreeSet<Long> missing = new TreeSet<>();
    for (Span gap : positions.missing(1, 90)) {
      for (long seq = gap.from(); seq <= gap.to(); seq++) {
        missing.add(seq);
      }
    }
    for (long seq = 1; seq <= 90; seq++) {
      assertThat(positions.covers(seq)).isEqualTo(plain.contains(seq));
      assertThat(missing.contains(seq)).isEqualTo(!plain.contains(seq));
    }
    long before = positions.contiguous();
    for (Span span : positions.above()) {
      assertThat(span.from()).isGreaterThan(before + 1);
      before = span.to();
    }
  }

  @Test
  void tooManyIslandsAreNotKept() {
    Positions positions = Positions.NONE;
    for (int i = 1; i <= Positions.MOST_SPANS; i++) {
      positions = positions.plus(2L * i, 2L * i);
    }
    assertThat(positions.plus(10_000, 10_000)).isEqualTo(positions);
    assertThat(positions.plus(1, 3).above()).hasSize(Positions.MOST_SPANS - 2);
    assertThat(positions.missing(1, 4)).isEqualTo(List.of(new Span(1, 1), new Span(3, 3)));
  }
}
