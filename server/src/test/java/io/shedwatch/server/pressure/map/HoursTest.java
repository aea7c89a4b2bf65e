package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class HoursTest {
  @Test
  void writesFourDigitsAfterThePointAndReadsThemAgain() {
    double[] values = new double[Hours.A_DAY];
    values[1] = 60;
    values[2] = 0.5;
    values[3] = 0.00004;
    values[4] = 12.34567;
    values[5] = 9.99996;
    values[6] = 0.0123;
    assertThat(Hours.of(values).text())
        .isEqualTo("0,60.0000,0.5000,0,12.3457,10.0000,0.0123" + ",0".repeat(17));

    SplittableRandom chance = new SplittableRandom(1);
    double[] any = Arrays.stream(values).map(value -> 1_000 * chance.nextDouble()).toArray();
    Hours read = Hours.parse(Hours.of(any).text());
    for (int hour = 0; hour < Hours.A_DAY; hour++) {
      String told = String.format(Locale.ROOT, "%.4f", any[hour]);
      assertThat(read.at(hour)).isEqualTo(Double.parseDouble(told));
    }
  }
}
