package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.testkit.Await;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class AgentLoopTest {
  private final Stage stage = new Stage(3);

  @Test
  void aFinishedChargeIsToldDatedBackAndThenAsOfNow() {
    stage.pass(10);
    stage.watts[1] = 104;
    stage.pass(600);
    long crossing = stage.clock.millis() + 1_000;
    stage.watts[1] = 5;
    stage.pass(121);

    List<Readings> last =
        stage.readings().subList(stage.readings().size() - 2, stage.readings().size());
    assertThat(last.get(0).stamp().at()).isEqualTo(crossing + 1);
    assertThat(last.get(0).readings()).extracting(Reading::usage).containsExactly(Usage.FINISHED);
    assertThat(last.get(0).readings().get(0).watts()).isNaN();
    assertThat(last.get(1).stamp().at()).isEqualTo(stage.clock.millis());
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.FINISHED);
    assertThat(stage.reading(1).watts()).isEqualTo(5);
  }

  @Test
  void aQuietShedSendsOneMessageAMinuteAndEachSocketEveryFive() {
    stage.pass(1);
    int before = stage.readings().size();
    stage.pass(600);
    List<Readings> sent = stage.readings().subList(before, stage.readings().size());

    assertThat(sent.size()).isBetween(10, 11);
    long silence = 0;
    for (int i = 1; i < sent.size(); i++) {
      silence = Math.max(silence, sent.get(i).at() - sent.get(i - 1).at());
    }
    assertThat(silence).isLessThanOrEqualTo(60_000);
    assertThat(sent.stream().flatMap(m -> m.readings().stream()).filter(r -> r.socket() == 1))
        .hasSizeBetween(2, 4);
  }

  @Test
  void smallMovesAreNotSentLargeOnesAre() {
    stage.watts[1] = 100;
    stage.pass(10);
    int before = stage.readings().size();
    stage.watts[1] = 102.9;
    stage.pass(5);
    assertThat(stage.readings()).hasSize(before);
    stage.watts[1] = 103.1;
    stage.pass(5);
    assertThat(stage.readings()).hasSize(before + 1);
  }

  @Test
  void aLostMeterIsAFaultAndShowsNoOldNumbers() {
    stage.watts[1] = 100;
    stage.pass(10);
    stage.silent[1] = true;
    stage.pass(10);

    assertThat(stage.raised()).extracting(Alarm::kind).containsExactly(AlarmKind.METER_LOST);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.FAULTED);
    assertThat(stage.reading(1).watts()).isNaN();
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.CLOSED);

    stage.silent[1] = false;
    stage.pass(62);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.METER_LOST);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.CHARGING);
    assertThat(stage.raised()).hasSize(1);
  }

  @Test
  void limitsAreKeptAppliedAndConfirmed() {
    AtomicInteger told = new AtomicInteger();
    stage.loop().onStatusChange(told::incrementAndGet);
    Limits wide = new Limits(4, 0, 20, 1, 4_000, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);
    stage.loop().limits(wide);
    stage.watts[1] = 2_000;
    stage.pass(10);

    assertThat(told).hasValue(1);
    assertThat(stage.loop().limitsVersion()).isEqualTo(4);
    assertThat(stage.raised()).isEmpty();
    assertThat(stage.spool.limits()).contains(wide);

    stage.loop().limits(Limits.DEFAULTS);
    stage
        .loop()
        .limits(new Limits(5, 0, 20, 1, Double.NaN, 6_000, 15, 7_200, 0.5, 120, 43_200, 75));
    stage.pass(10);
    assertThat(stage.loop().limitsVersion()).as("older and absurd ones are not").isEqualTo(4);

    stage.loop().limits(wide);
    stage.pass(1);
    assertThat(told).as("the same version is confirmed again").hasValue(2);

    stage.start(ShedParts.Start.AGENT_ONLY);
    assertThat(stage.loop().limitsVersion()).isEqualTo(4);
  }

  @Test
  void runStepsByItselfUntilItIsClosed() throws InterruptedException {
    Thread thread = new Thread(stage.loop());
    thread.start();
    Await.until(
        "a first step",
        () -> {
          stage.loop().limits(Limits.DEFAULTS);
          return !stage.readings().isEmpty();
        });
    stage.loop().close();
    thread.join();
    assertThat(thread.isAlive()).isFalse();
  }
}
