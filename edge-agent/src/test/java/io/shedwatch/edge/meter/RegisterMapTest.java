package io.shedwatch.edge.meter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.edge.meter.RegisterMap.Block;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RegisterMapTest {
  private static RegisterMap named(String name) {
    return RegisterMap.named(name).orElseThrow();
  }

  /** Words of a reply frame of the data folder, captured from a PZEM-016. */
  @Test
  void readsTheFrameOfARealPzem() {
    int[] words = {0x08D1, 0x006C, 0, 0x00F4, 0, 0x0026, 0};
    Sample sample = named("pzem-004t").sample(7, List.of(words)).orElseThrow();

    assertThat(named("pzem-004t").requests()).containsExactly(new Block(4, 0, 7));
    assertThat(sample.at()).isEqualTo(7);
    assertThat(sample.volts()).isEqualTo(225.7, within(1e-9));
    assertThat(sample.amperes()).isEqualTo(0.108, within(1e-9));
    assertThat(sample.watts()).isEqualTo(24.4, within(1e-9));
    assertThat(sample.wattHours()).isEqualTo(38);
    assertThat(sample.celsius()).isNaN();
  }

  @Test
  void readsTheFloatOfARealDdsu() {
    Register volts = new Register(3, 0x2000, Register.Type.FLOAT32, false, 1);
    assertThat(volts.value(new int[] {0x4366, 0x3334}, 0x2000)).isEqualTo(230.2, within(1e-4));
  }

  @Test
  void asksAnSdmWithEvenCountsAndADdsuInKilowatts() {
    assertThat(named("sdm120").requests())
        .containsExactly(new Block(4, 0, 14), new Block(4, 0x48, 2));
    assertThat(named("ddsu666").requests())
        .containsExactly(new Block(3, 0x2000, 6), new Block(3, 0x4000, 2));
    int[] quantities = {0x4366, 0x3334, 0x3F00, 0, 0x3DCC, 0xCCCD};
    Sample sample = named("ddsu666").sample(0, List.of(quantities, new int[] {0, 0})).orElseThrow();
    assertThat(sample.watts()).isEqualTo(100, within(1e-4));
    assertThat(sample.amperes()).isEqualTo(0.5);
  }

  @Test
  void readsEveryTypeAndWordOrder() {
    int[] words = {0xFFFE, 0x0001};
    assertThat(read(Register.Type.UINT16, false, words)).isEqualTo(65_534);
    assertThat(read(Register.Type.INT16, false, words)).isEqualTo(-2);
    assertThat(read(Register.Type.UINT32, false, words)).isEqualTo(0xFFFE0001L);
    assertThat(read(Register.Type.UINT32, true, words)).isEqualTo(0x0001FFFEL);
    assertThat(read(Register.Type.INT32, false, words)).isEqualTo(-131_071);
  }

  private static double read(Register.Type type, boolean lowWordFirst, int[] words) {
    return new Register(4, 0, type, lowWordFirst, 1).value(words, 0);
  }

  @Test
  void whatNoMeterCanMeanIsNotBelieved() {
    int[] nan = {0x7FC0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0};
    int[] huge = {0x4366, 0x3334, 0, 0, 0, 0, 0x7F00, 0, 0, 0, 0, 0, 0, 0};
    int[] energy = {0, 0};
    assertThat(named("sdm120").sample(0, List.of(nan, energy))).isEqualTo(Optional.empty());
    assertThat(named("sdm120").sample(0, List.of(huge, energy))).isEmpty();
  }

  @Test
  void aTransformerMountedTheWrongWayRoundIsReadAsALoad() {
    RegisterMap map =
        new RegisterMap(
            Map.of(RegisterMap.Quantity.WATTS, new Register(3, 14, Register.Type.INT16, false, 1)));
    assertThat(map.sample(0, List.of(new int[] {0xFF9C})).orElseThrow().watts()).isEqualTo(100);
  }
}
