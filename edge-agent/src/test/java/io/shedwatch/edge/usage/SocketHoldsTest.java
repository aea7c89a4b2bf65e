package io.shedwatch.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Limits;
import org.junit.jupiter.api.Test;

/** What opens a socket's relay, what closes it again, and what a restart keeps of it. */
final class SocketHoldsTest {
  private final Story story = new Story(UsageLimits.of(Limits.DEFAULTS));

  @Test
  void fullForTwoHoursIsCutAndCountsFromTheCrossing() {
    story.tell(
        """
        600s   104W  charging
        7200s  5W    finished since=600
        1s     5W    finished open
        """);
  }

  @Test
  void aCutSocketIsProbedEveryTenMinutesAndABikeThatIsStillThereStaysFinished() {
    story.tell(
        """
        600s   104W  charging
        7201s  5W    finished open
        599s   5W    finished open
        1s     5W    finished closed
        2s     5W    finished open
        598s   5W    finished open
        1s     5W    finished closed
        """);
  }

  @Test
  void aProbeThatShowsNothingForFiveSecondsFreesTheSocket() {
    story.tell(
        """
        600s   104W  charging
        7201s  5W    finished open
        600s   0W    finished closed
        4s     0W    finished closed
        1s     0W    free closed
        """);
  }

  @Test
  void aSlowMeterIsWaitedForInAProbe() {
    story.tell(
        """
        every=10
        600s   104W  charging
        7210s  5W    finished open
        600s   0W    finished closed
        10s    0W    finished closed
        10s    0W    free closed
        """);
  }

  @Test
  void aSessionIsCutAfterTwelveHours() {
    story.tell(
        """
        43200s 100W  charging
        1s     100W  finished open
        """);
  }

  @Test
  void aTripIsOpenUntilTheResetAndThenWaitsTwoMinutesForALoad() {
    story.tell(
        """
        600s   104W  charging
        trip
        900s   104W  tripped open
        enable
        10s    104W  tripped open
        reset
        121s   0W    free
        """);
  }

  @Test
  void aResetSocketWithItsBikeChargesOn() {
    story.tell(
        """
        600s   104W  charging
        trip
        900s   104W  tripped open
        reset
        60s    0W    charging
        300s   104W  charging
        """);
  }

  @Test
  void aDisabledSocketIsOpenUntilAPersonCloses() {
    story.tell(
        """
        60s    0W    free
        disable
        900s   104W  disabled open
        reset
        1s     104W  disabled open
        enable
        1s     0W    free
        5s     104W  charging
        """);
  }

  @Test
  void tripAndDisableHoldIndependently() {
    story.tell(
        """
        600s   104W  charging
        disable
        1s     104W  disabled open
        trip
        1s     104W  tripped open
        reset
        1s     104W  disabled open
        enable
        1s     104W  charging
        """);
  }

  @Test
  void closingACutSocketGoesOnCharging() {
    story.tell(
        """
        600s   104W  charging
        7201s  5W    finished open
        enable
        60s    90W   charging
        """);
  }

  @Test
  void aRestartForgetsNothingThatHoldsTheRelay() {
    story.tell(
        """
        600s   104W  charging
        restart
        10s    104W  charging
        7321s  5W    finished open
        restart
        601s   5W    finished closed
        2s     5W    finished open
        restart
        disable
        restart
        5s     5W    disabled open
        """);
  }

  @Test
  void aLineOfAnotherVersionIsNotUnderstood() {
    assertThat(UseText.read("v9 what", 0)).isEmpty();
    assertThat(UseText.read("on charging", 0)).isEmpty();
    assertThat(UseText.read("on finished 1 2 MAYBE", 0)).isEmpty();
    assertThat(UseText.read("", 0)).isEmpty();
  }
}
