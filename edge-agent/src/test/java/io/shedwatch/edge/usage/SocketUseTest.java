package io.shedwatch.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Limits;
import io.shedwatch.edge.meter.Contact;
import org.junit.jupiter.api.Test;

/** What a socket is used for, from samples alone. */
final class SocketUseTest {
  private final Story story = new Story(UsageLimits.of(Limits.DEFAULTS));

  @Test
  void aChargeIsFinishedTwoMinutesBelowTheLimitAndDatedBackToTheCrossing() {
    story.tell(
        """
        10s    0W    free
        600s   104W  charging since=10
        120s   5W    charging since=10
        1s     5W    finished since=610
        """);
  }

  @Test
  void aSmoothFallIsFinishedAtItsLastCrossing() {
    story.tell(
        """
        600s   104W  charging
        60s    14W   charging
        5s     16W   charging
        121s   14W   finished since=665
        """);
  }

  @Test
  void aChargeMayStartInTheTaper() {
    story.tell(
        """
        5s     0W    free
        1s     16W   charging since=5
        300s   15.5W charging
        121s   14.9W finished since=306
        """);
  }

  @Test
  void aFullBatteryThatIsPluggedInIsFinishedNotFree() {
    story.tell(
        """
        5s     0W    free
        2s     0.7W  charging since=5
        119s   0.7W  finished since=5
        3600s  0.7W  finished
        """);
  }

  @Test
  void oneSampleOfNoiseStartsNoSession() {
    story.tell(
        """
        5s     0W    free
        1s     0.6W  free
        5s     0W    free
        1s     0.6W  free
        """);
  }

  @Test
  void pullingThePlugFreesAfterTwoMinutesDatedBackToThePull() {
    story.tell(
        """
        600s   104W  charging
        120s   0W    charging
        1s     0W    free since=600
        """);
  }

  @Test
  void pullingThePlugOfAFinishedBikeFrees() {
    story.tell(
        """
        600s   104W  charging
        121s   5W    finished since=600
        300s   0.7W  finished
        121s   0W    free since=1021
        """);
  }

  @Test
  void aBikeThatIsSwappedWithinTwoMinutesGoesOnCharging() {
    story.tell(
        """
        600s   104W  charging
        60s    0W    charging
        60s    110W  charging
        """);
  }

  @Test
  void aFinishedChargeThatTakesPowerAgainIsCharging() {
    story.tell(
        """
        600s   104W  charging
        121s   5W    finished
        5s     80W   finished
        60s    5W    finished
        11s    80W   charging
        """);
  }

  @Test
  void aSlowMeterNeedsTwoSamplesBelow() {
    story.tell(
        """
        every=300
        3600s  104W  charging
        300s   5W    charging
        300s   5W    finished since=3600
        """);
  }

  @Test
  void aMissingSampleChangesNothing() {
    story.tell(
        """
        600s   104W  charging
        60s    5W    charging
        600s   ?W    charging
        1s     5W    finished since=600
        """);
  }

  @Test
  void nothingIsConcludedWhileTheMeterIsNotBelieved() {
    story.tell(
        """
        600s   104W  charging
        60s    0W    charging
        fault
        900s   0W    faulted
        heal
        60s    0W    charging
        61s    0W    free
        """);
  }

  @Test
  void aPlugSensorDecides() {
    story.tell(
        """
        plug=off
        60s    0W    free
        plug=on
        60s    0W    charging
        61s    0W    finished
        3600s  0W    finished
        plug=off
        1s     0W    free
        """);
  }

  @Test
  void aCoarseMeterMakesFreeProbableOnly() {
    UsageLimits limits = UsageLimits.of(Limits.DEFAULTS);
    assertThat(SocketUse.freeIsProbableOnly(1.0, Contact.UNKNOWN, limits)).isTrue();
    assertThat(SocketUse.freeIsProbableOnly(0.1, Contact.UNKNOWN, limits)).isFalse();
    assertThat(SocketUse.freeIsProbableOnly(1.0, Contact.OFF, limits)).isFalse();
  }
}
