package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class RestartTest {
  private final Stage stage = new Stage(3);

  @Test
  void aTripIsRestoredAndItsRelayOpenedBeforeTheFirstStep() {
    stage.watts[1] = 2_000;
    stage.pass(3);
    stage.relay(1).close();

    stage.start(ShedParts.Start.AFTER_POWER_CUT);

    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
    stage.pass(2);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.TRIPPED);
    assertThat(stage.raised()).as("the alarm is open already").hasSize(1);
  }

  @Test
  void aDisabledSocketStaysSo() {
    stage.pass(2);
    stage.order("c1", 2, CommandAction.OPEN_RELAY);
    stage.relay(2).close();
    stage.start(ShedParts.Start.AFTER_POWER_CUT);
    stage.pass(2);
    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.reading(2).usage()).isEqualTo(Usage.DISABLED);
  }

  @Test
  void aRelayFoundOpenWithoutAReasonIsATripThatACrashSwallowed() {
    stage.pass(2);
    stage.relay(3).open();
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(2);

    assertThat(stage.relay(3).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::action)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(AlarmKind.OTHER, AlarmAction.RELAY_OPENED));
    assertThat(stage.reading(3).usage()).isEqualTo(Usage.TRIPPED);
    stage.order("c1", 3, CommandAction.RESET_TRIP);
    assertThat(stage.relay(3).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(stage.spool.open()).isEmpty();
  }

  @Test
  void afterAPowerCutRelaysThatFellOpenAreClosedAgain() {
    stage.pass(2);
    stage.relays.forEach(relay -> relay.open());
    stage.start(ShedParts.Start.AFTER_POWER_CUT);
    stage.pass(2);

    assertThat(stage.relays).allMatch(relay -> relay.position() == RelayPosition.CLOSED);
    assertThat(stage.raised()).isEmpty();
  }

  @Test
  void nothingIsClosedWhileARelaySaysNothing() {
    stage.relays.forEach(relay -> relay.open());
    stage.relay(1).silent(true);
    stage.start(ShedParts.Start.AFTER_POWER_CUT);
    stage.pass(5);
    assertThat(stage.relay(1).powered()).isFalse();
    stage.relay(1).silent(false);
    stage.pass(2);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.CLOSED);
  }

  @Test
  void alarmsOfASocketThatIsGoneAreCleared() {
    stage.spool.raise(
        Stage.NOON,
        new Fact(OptionalInt.of(9), AlarmKind.OVERCURRENT, 9, 5.5, AlarmAction.RELAY_OPENED));
    stage.start(ShedParts.Start.AGENT_ONLY);
    assertThat(stage.spool.open()).isEmpty();
  }

  @Test
  void aLostMeterIsNotRaisedTwice() {
    stage.silent[1] = true;
    stage.pass(11);
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(30);
    assertThat(stage.raised()).extracting(Alarm::kind).containsExactly(AlarmKind.METER_LOST);
    stage.silent[1] = false;
    stage.pass(62);
    assertThat(stage.cleared()).hasSize(1);
  }
}
