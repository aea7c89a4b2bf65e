package io.shedwatch.server.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Stories of one socket, told as minute, usage, relay, watts and the meter's counter. */
final class SocketFoldTest {
  private static final long NOON = 1_767_225_600_000L;
  private static final ShedAddress SHED = ShedAddress.of("test", "s01");

  @Test
  void aChargeIsPluggedInGetsFullAndIsUnplugged() {
    assertThat(
            told(
                """
                0   free     closed 0     1000
                1   charging closed 180   1000
                61  charging closed 170   1175
                181 finished closed 9     1400
                200 free     closed 0     1402
                """))
        .containsExactly("3-b1-2 from 1 full 181 to 200 Wh 402 peak 180 unplugged");
  }

  @Test
  void fullIsDatedBackToWhenPowerFellBelowTheLimit() {
    assertThat(
            told(
                """
                1   charging closed 180 1000
                100 charging closed 14  1200
                102 finished closed 9   1201
                110 free     closed 0   1202
                """))
        .containsExactly("3-b1-1 from 1 full 100 to 110 Wh 202 peak 180 unplugged");
  }

  @Test
  void aSampleThatTheAgentDatesBackChangesNoEnergy() {
    assertThat(
            told(
                """
                1   charging closed 180 1000
                102 charging closed 9   1201
                100 finished closed 14  1200
                110 free     closed 0   1202
                """))
        .containsExactly("3-b1-1 from 1 full 100 to 110 Wh 202 peak 180 unplugged");
  }

  @Test
  void aFullCutKeepsTheSessionUntilTheBikeIsGoneAndProbesAreNone() {
    assertThat(
            told(
                """
                1   charging closed 180 1000
                60  finished closed 9   1150
                180 finished open   0   1160
                190 finished closed 2   1160
                190 finished open   0   1160
                200 free     closed 0   1160
                """))
        .containsExactly("3-b1-1 from 1 full 60 to 200 Wh 160 peak 180 full-cut");
  }

  @Test
  void aCutWhileChargingIsATimeCutAndNobodyCallsItFull() {
    assertThat(
            told(
                """
                1   charging closed 180 1000
                721 finished open   0   3100
                900 free     closed 0   3100
                """))
        .containsExactly("3-b1-1 from 1 full - to 900 Wh 2100 peak 180 time-cut");
  }

  @Test
  void aTripASwitchOffAndAFaultEndTheSessionWhereTheyHappen() {
    assertThat(told("1 charging closed 180 1000\n5 tripped open 0 1010"))
        .containsExactly("3-b1-1 from 1 full - to 5 Wh 10 peak 180 tripped");
    assertThat(told("1 charging closed 180 1000\n5 disabled open 0 1010"))
        .containsExactly("3-b1-1 from 1 full - to 5 Wh 10 peak 180 commanded");
    assertThat(told("1 charging closed 180 1000\n5 faulted closed 0 1010"))
        .containsExactly("3-b1-1 from 1 full - to 5 Wh 10 peak 180 fault");
  }

  @Test
  void aTripThatIsResetWithTheBikeStillThereIsNoSessionUntilItCharges() {
    assertThat(
            told(
                """
                1 charging closed 180 1000
                5 tripped  open   0   1010
                6 finished closed 0   1010
                7 charging closed 170 1010
                """))
        .containsExactly(
            "3-b1-1 from 1 full - to 5 Wh 10 peak 180 tripped",
            "3-b1-4 from 7 full - to - Wh 0 peak 170 -");
  }

  @Test
  void aMeterThatIsResetLosesNoEnergy() {
    assertThat(
            told(
                """
                1  charging closed 180 99000
                31 charging closed 180 99090
                61 charging closed 180 30
                91 free     closed 0   60
                """))
        .containsExactly("3-b1-1 from 1 full - to 91 Wh 150 peak 180 unplugged");
  }

  @Test
  void aMeterThatIsExchangedForAUsedOneBringsNoEnergy() {
    assertThat(
            told(
                """
                1 charging closed 180 1000
                2 charging closed 180 4500000
                3 free     closed 0   4500003
                """))
        .containsExactly("3-b1-1 from 1 full - to 3 Wh 3 peak 180 unplugged");
  }

  @Test
  void withoutACounterEnergyIsPowerThatHeld() {
    assertThat(
            told(
                """
                0  charging closed 120 -
                5  charging closed 60  -
                10 free     closed 0   -
                """))
        .containsExactly("3-b1-1 from 0 full - to 10 Wh 15 peak 120 unplugged");
  }

  @Test
  void energyCountedSinceTheSocketWasLastSeenFreeBelongsToTheSession() {
    assertThat(
            told(
                """
                0 free     closed 0   1000
                5 charging closed 180 1003
                6 free     closed 0   1006
                """))
        .containsExactly("3-b1-2 from 5 full - to 6 Wh 6 peak 180 unplugged");
  }

  @Test
  void aFullBikeThatIsPluggedInIsASessionAndIsFullAtOnce() {
    assertThat(told("0 free closed 0 1000\n4 finished closed 2 1000\n9 free closed 0 1001"))
        .containsExactly("3-b1-2 from 4 full 4 to 9 Wh 1 peak 2 unplugged");
  }

  @Test
  void aBikeThatChargesAgainAfterFullIsNotFullUntilItIsFullAgain() {
    assertThat(
            told(
                """
                1  charging closed 180 1000
                60 finished closed 9   1150
                70 charging closed 90  1151
                80 finished closed 9   1160
                90 free     closed 0   1161
                """))
        .containsExactly("3-b1-1 from 1 full 80 to 90 Wh 161 peak 180 unplugged");
  }

  @Test
  void aUsageOfANewerContractNeitherStartsNorEndsASession() {
    assertThat(
            told("0 unknown closed 50 1000\n1 charging closed 180 1000\n2 unknown closed 9 1003"))
        .containsExactly("3-b1-2 from 1 full - to - Wh 3 peak 180 -");
  }

  @Test
  void aSessionUnderWayIsWrittenOnceAMinuteOfItsOwnTime() {
    List<Session> rows = new ArrayList<>();
    SocketFold fold = SocketFold.EMPTY;
    for (int second = 0; second <= 180; second++) {
      Reading reading = reading("charging", "closed", 180, 1_000 + second / 20.0);
      Sample sample =
          new Sample(SHED, new BootId("b1"), second + 1L, NOON + second * 1_000L, reading);
      SocketFold.Turn turn = SocketFold.next(fold, sample, 15);
      fold = turn.next();
      rows.addAll(turn.rows());
    }
    assertThat(rows).hasSize(4);
    assertThat(rows.get(3).wattHours()).isCloseTo(9, within(1e-6));
  }

  @Test
  void aLateSampleMovesTheStartAndThePeakOfItsSession() {
    SocketFold fold = fold("0 free closed 0 1000\n5 charging closed 180 1003").fold();
    Sample late =
        new Sample(SHED, new BootId("b1"), 9, NOON + 60_000, reading("charging", "closed", 190, 0));

    List<Session> rows = SocketFold.revise(fold, late).rows();

    assertThat(rows).hasSize(1);
    assertThat(rows.get(0).startedAt()).isEqualTo(NOON + 60_000);
    assertThat(rows.get(0).peakWatts()).isEqualTo(190);
    assertThat(rows.get(0).session()).isEqualTo("test-s01-3-b1-2");
  }

  /** The newest row of each session, in order of their start. */
  private static List<String> told(String story) {
    return fold(story).rows().stream().map(SocketFoldTest::line).toList();
  }

  private record Folded(SocketFold fold, List<Session> rows) {}

  private static Folded fold(String story) {
    List<Session> rows = new ArrayList<>();
    SocketFold fold = SocketFold.EMPTY;
    long seq = 0;
    for (String line : story.strip().split("\n", -1)) {
      String[] words = line.strip().split("\\s+", -1);
      seq++;
      long at = NOON + Long.parseLong(words[0]) * 60_000;
      double counter = words[4].equals("-") ? Double.NaN : Double.parseDouble(words[4]);
      Reading reading = reading(words[1], words[2], Double.parseDouble(words[3]), counter);
      SocketFold.Turn turn =
          SocketFold.next(fold, new Sample(SHED, new BootId("b1"), seq, at, reading), 15);
      fold = turn.next();
      for (Session row : turn.rows()) {
        rows.removeIf(older -> older.session().equals(row.session()));
        rows.add(row);
      }
    }
    return new Folded(fold, rows);
  }

  private static Reading reading(String usage, String relay, double watts, double counter) {
    return new Reading(
        3,
        Usage.ofWord(usage),
        RelayPosition.ofWord(relay),
        220,
        watts / 220,
        watts,
        counter,
        Double.NaN);
  }

  private static String line(Session row) {
    return "%s from %s full %s to %s Wh %.0f peak %.0f %s"
        .formatted(
            row.session().replace("test-s01-", ""),
            minute(row.startedAt()),
            minute(row.finishedAt()),
            minute(row.endedAt()),
            row.wattHours(),
            row.peakWatts(),
            row.stopReason().map(StopReason::word).orElse("-"));
  }

  private static String minute(long at) {
    return at == 0 ? "-" : String.format(Locale.ROOT, "%d", (at - NOON) / 60_000);
  }
}
