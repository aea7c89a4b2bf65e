package io.shedwatch.edge.protect;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Limits;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.protect.ShedGuard.Load;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ShedGuardTest {
  private static final double NOT = Double.NaN;
  private static final ProtectionLimits LIMITS = ProtectionLimits.of(Limits.DEFAULTS);

  private ShedGuard guard = ShedGuard.start(false, false, false);
  private long second;

  private List<Verdict> ticks(int ticks, ShedScene scene) {
    List<Verdict> found = new ArrayList<>();
    for (int i = 0; i < ticks; i++) {
      second++;
      ShedGuard.Step step = guard.next(scene, second * 1_000, LIMITS);
      guard = step.next();
      found.addAll(step.verdicts());
    }
    return found;
  }

  private static ShedScene scene(double watts, double volts) {
    return new ShedScene(watts, volts, NOT, Contacts.NONE, false, Set.of());
  }

  @Test
  void anOverloadedShedTripsByTheInverseTimeCurve() {
    ticks(1, scene(0, NOT));
    assertThat(ticks(13, scene(12_000, NOT))).isEmpty();
    assertThat(ticks(1, scene(12_000, NOT)))
        .containsExactly(Verdict.cut(AlarmKind.SHED_OVERLOAD, 12_000, 6_000));
  }

  @Test
  void theNewestChargesAreOpenedUntilTheRestFits() {
    List<Load> loads =
        List.of(
            new Load(1, 2_000, 100),
            new Load(2, 2_500, 300),
            new Load(3, 2_000, 200),
            new Load(4, 0, 400),
            new Load(5, 500, 50));
    assertThat(ShedGuard.toOpen(loads, 6_000)).containsExactly(2);
    assertThat(ShedGuard.toOpen(loads, 4_000)).containsExactly(2, 3);
    assertThat(ShedGuard.toOpen(loads, 7_000)).isEmpty();
  }

  @Test
  void lowVoltageIsTheShedsAndHasADelayADeadbandAndAnEnd() {
    assertThat(ticks(10, scene(0, 197))).isEmpty();
    assertThat(ticks(1, scene(0, 197)))
        .containsExactly(Verdict.tell(AlarmKind.UNDERVOLTAGE, 197, 198));
    assertThat(ticks(600, scene(0, 199))).as("within the deadband").isEmpty();
    assertThat(ticks(60, scene(0, 201))).isEmpty();
    assertThat(ticks(1, scene(0, 201)))
        .containsExactly(Verdict.over(AlarmKind.UNDERVOLTAGE, 201, 198));
  }

  @Test
  void highVoltageLikewise() {
    assertThat(ticks(11, scene(0, 236)))
        .containsExactly(Verdict.tell(AlarmKind.OVERVOLTAGE, 236, 235.4));
    assertThat(ticks(120, scene(0, 234))).isEmpty();
    assertThat(ticks(61, scene(0, 230)))
        .containsExactly(Verdict.over(AlarmKind.OVERVOLTAGE, 230, 235.4));
  }

  @Test
  void smokeOfTheShedOpensAtOnceAndOnce() {
    Contacts smoke = Contacts.NONE.withSmoke(Contact.ON);
    ShedScene scene = new ShedScene(0, NOT, NOT, smoke, false, Set.of());
    assertThat(ticks(1, scene)).containsExactly(Verdict.cut(AlarmKind.SMOKE, NOT, NOT));
    assertThat(ticks(10, new ShedScene(0, NOT, NOT, smoke, false, Set.of(AlarmKind.SMOKE))))
        .isEmpty();
  }

  @Test
  void whenEverySocketIsHotTheShedIs() {
    ShedScene hot = new ShedScene(0, NOT, 66, Contacts.NONE, false, Set.of());
    assertThat(ticks(2, hot)).isEmpty();
    assertThat(ticks(1, hot)).containsExactly(Verdict.tell(AlarmKind.OVERTEMPERATURE, 66, 65));
  }
}
