package io.shedwatch.edge.protect;

import static io.shedwatch.edge.protect.GuardedSocket.NOT;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import org.junit.jupiter.api.Test;

final class SocketGuardTest {
  private final GuardedSocket socket = new GuardedSocket();

  @Test
  void currentAndPowerAreJudgedSeparately() {
    socket.times(2, () -> socket.load(100, 8.8));
    assertThat(socket.times(20, () -> socket.load(100, 8.8))).isEmpty();
    assertThat(socket.times(3, () -> socket.load(100, 8.8)))
        .containsExactly(Verdict.cut(AlarmKind.OVERCURRENT, 8.8, 5.5));
  }

  @Test
  void aLowPowerFactorIsNoOverpower() {
    assertThat(socket.times(600, () -> socket.load(550, 4.2))).isEmpty();
  }

  @Test
  void whatIsCutIsToldOnce() {
    assertThat(socket.times(100, () -> socket.load(2_000, NOT)))
        .containsExactly(Verdict.cut(AlarmKind.OVERPOWER, 2_000, 600));
  }

  @Test
  void temperatureNeedsThreeSamplesAndANeighbourThatDisagrees() {
    socket.coolest = 40;
    assertThat(socket.celsius(76)).isEmpty();
    assertThat(socket.celsius(76)).isEmpty();
    assertThat(socket.celsius(60)).as("one sample below starts again").isEmpty();
    assertThat(socket.times(2, () -> socket.celsius(76))).isEmpty();
    assertThat(socket.celsius(76)).containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
    assertThat(socket.times(10, () -> socket.celsius(80))).isEmpty();
  }

  @Test
  void aShedInTheSunCutsNothing() {
    socket.coolest = 70;
    assertThat(socket.times(60, () -> socket.celsius(76))).isEmpty();
  }

  @Test
  void temperatureAlarmsBeforeItCuts() {
    socket.coolest = 40;
    assertThat(socket.times(5, () -> socket.celsius(66)))
        .containsExactly(Verdict.tell(AlarmKind.OVERTEMPERATURE, 66, 65));
    assertThat(socket.times(5, () -> socket.celsius(76)))
        .containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
  }

  @Test
  void withoutANeighbourThatMeasuresThreeSamplesAreEnough() {
    assertThat(socket.times(3, () -> socket.celsius(76)))
        .containsExactly(Verdict.cut(AlarmKind.OVERTEMPERATURE, 76, 75));
  }

  @Test
  void smokeAndResidualCurrentOpenAtOnce() {
    Contacts smoke = Contacts.NONE.withSmoke(Contact.ON);
    assertThat(socket.contacts(smoke)).containsExactly(Verdict.cut(AlarmKind.SMOKE, NOT, NOT));
    assertThat(socket.times(10, () -> socket.contacts(smoke))).isEmpty();
    Contacts leak =
        new Contacts(Contact.OFF, Contact.ON, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN);
    assertThat(socket.contacts(leak))
        .containsExactly(Verdict.cut(AlarmKind.RESIDUAL_CURRENT, NOT, NOT));
  }

  @Test
  void aLoadBehindAnOpenRelayIsAWeldedRelay() {
    socket.relay = RelayPosition.OPEN;
    socket.openSince = 0;
    assertThat(socket.times(4, () -> socket.load(104, 0.5))).as("the meter settles").isEmpty();
    assertThat(socket.load(104, 0.5)).containsExactly(Verdict.tell(AlarmKind.RELAY_WELDED, 104, 5));
    assertThat(socket.times(60, () -> socket.load(104, 0.5))).isEmpty();
  }

  @Test
  void theLastWindowOfAMeterIsNoWeldedRelay() {
    socket.relay = RelayPosition.OPEN;
    socket.openSince = 0;
    socket.times(3, () -> socket.load(104, 0.5));
    assertThat(socket.times(600, () -> socket.load(0.4, 0.01))).isEmpty();
  }

  @Test
  void aRelayThatSaysClosedAfterAnOpenIsWelded() {
    socket.openSince = 0;
    assertThat(socket.times(7, () -> socket.load(0, 0))).isEmpty();
    assertThat(socket.load(0, 0)).extracting(Verdict::kind).containsExactly(AlarmKind.RELAY_WELDED);
  }

  @Test
  void aDeadSocketBesideLiveOnesHasABlownFuseUntilItsVoltageIsBack() {
    socket.neighbourVolts = 221;
    assertThat(socket.times(10, () -> socket.volts(3))).isEmpty();
    assertThat(socket.volts(3)).containsExactly(Verdict.tell(AlarmKind.FUSE_BLOWN, 3, 40));
    assertThat(socket.times(60, () -> socket.volts(220))).isEmpty();
    assertThat(socket.volts(220)).containsExactly(Verdict.over(AlarmKind.FUSE_BLOWN, 220, 40));
  }

  @Test
  void aPowerCutIsNoBlownFuse() {
    socket.neighbourVolts = 2;
    assertThat(socket.times(120, () -> socket.volts(3))).isEmpty();
  }

  @Test
  void aFaultContactCountsAfterThreeMinutesBothWays() {
    Contacts fault = fault(Contact.ON);
    Contacts fine = fault(Contact.OFF);
    assertThat(socket.times(179, () -> socket.contacts(fault))).isEmpty();
    assertThat(socket.contacts(fine)).isEmpty();
    assertThat(socket.times(181, () -> socket.contacts(fault)))
        .containsExactly(Verdict.tell(AlarmKind.OTHER, NOT, NOT));
    assertThat(socket.times(180, () -> socket.contacts(fine))).isEmpty();
    assertThat(socket.contacts(fine)).containsExactly(Verdict.over(AlarmKind.OTHER, NOT, NOT));
  }

  @Test
  void aRelayThatStaysOpenIsAFault() {
    socket.stuck = true;
    assertThat(socket.times(181, () -> socket.load(0, 0)))
        .containsExactly(Verdict.tell(AlarmKind.OTHER, NOT, NOT));
  }

  private static Contacts fault(Contact fault) {
    return new Contacts(Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN, fault, Contact.UNKNOWN);
  }
}
