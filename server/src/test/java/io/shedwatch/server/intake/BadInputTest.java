package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sheds that say what they should not: it is shown, nothing else is lost, the rest goes on. */
final class BadInputTest {
  private static final ShedWords B1 = new ShedWords("b1", 1);
  private static final Duration OVER_A_MINUTE = Duration.ofSeconds(61);
  private static final String REFUSED = "select reason from rejected_message order by number";
  private static final String LOST =
      "select boot, from_seq, to_seq, why from lost_messages order by from_seq";

  @TempDir private Path folder;
  private IntakeRig rig;

  @BeforeEach
  void start() throws IOException {
    rig = IntakeRig.started(folder, TestDatabase.h2(folder));
    rig.say("s01", "status", B1.birth(1, rig.now()));
    rig.awaitStored("s01", "b1", 1);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  @Test
  void aShedOrSiteThatIsNotOursIsRefusedOrNotHeardAtAll() throws Exception {
    String body = B1.readings(2, rig.now(), ShedWords.charging(1, 100));
    rig.sayAt("shedwatch/v1/elsewhere/s01/readings", body);
    rig.say("s99", "readings", body);
    rig.say("s01", "readings", body);
    rig.awaitStored("s01", "b1", 2);
    rig.awaitRows(REFUSED, "unknown-shed");
    assertThat(rig.rows("select topic from rejected_message"))
        .containsExactly("shedwatch/v1/test/s99/readings");
    assertThat(rig.rows("select shed from charging_session")).containsExactly("s01");
  }

  @Test
  void whatIsNoMessageIsKeptForStaff() throws Exception {
    rig.say("s01", "readings", "no json");
    rig.say("s01", "readings", "");
    rig.say("s01", "alarms", "{\"boot\":\"b1\",\"seq\":2,\"at\":1,\"alarm\":7}");
    rig.say("s01", "readings", "{\"boot\":\"b1\",\"seq\":3,\"at\":\"noon\",\"readings\":[]}");
    rig.say("s01", "readings", B1.readings(4, rig.now(), ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 4);
    rig.awaitRows(REFUSED, "not-json", "not-json", "ill-typed", "ill-typed");
    assertThat(rig.rows(LOST))
        .as("what could be counted is shown as lost")
        .containsExactly("b1 2 2 ill-typed", "b1 3 3 ill-typed");
    assertThat(rig.rows("select count(*) from charging_session")).containsExactly("1");
  }

  @Test
  void aReadingThatIsNoNumberIsRefusedAndItsNeighboursCount() throws Exception {
    String readings =
        B1.readings(
            2,
            rig.now(),
            ShedWords.reading(1, "charging", "NaN"),
            ShedWords.reading(2, "charging", "1e999"),
            ShedWords.charging(3, 150));
    rig.say("s01", "readings", readings);
    rig.awaitStored("s01", "b1", 2);
    assertThat(rig.rows("select socket from charging_session")).containsExactly("3");
    assertThat(rig.rows(REFUSED)).containsExactly("implausible", "implausible");
    assertThat(rig.sink.size()).isEqualTo(1);
  }

  @Test
  void aBodyOf70KibIsRefusedAndTheShedGoesOnOnceItDeclaresIt() throws Exception {
    String padding = "\"padding\":\"" + "x".repeat(70 * 1024) + "\",";
    String large = B1.readings(2, rig.now(), ShedWords.charging(1, 100));
    rig.say("s01", "readings", large.replaceFirst("\\{", "{" + padding));
    rig.awaitRows(REFUSED, "too-large");
    rig.say("s01", "alarms", B1.raised(3, rig.now(), 2));
    rig.awaitRows("select count(*) from incident", "1");
    assertThat(rig.receipts("s01", "b1", 3)).as("seq 2 was not read").isZero();
    rig.say("s01", "readings", B1.dropped(4, rig.now(), 2, 2));
    rig.awaitStored("s01", "b1", 4);
    assertThat(rig.rows(LOST)).containsExactly("b1 2 2 dropped");
  }

  @Test
  void whatIsRepeatedReorderedOrMissingComesRightAndAGapIsShown() throws Exception {
    long now = rig.now();
    rig.say("s01", "readings", B1.readings(3, now + 2_000, ShedWords.free(1)));
    rig.say("s01", "readings", B1.readings(3, now + 2_000, ShedWords.free(1)));
    rig.say("s01", "readings", B1.readings(2, now + 1_000, ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 3);
    assertThat(rig.rows("select session, stop_reason from charging_session"))
        .containsExactly("test-s01-1-b1-2 unplugged");

    rig.say("s01", "readings", B1.readings(5, now + 4_000, ShedWords.free(2)));
    rig.await("all five are on the board", () -> usage(2) == Usage.FREE);
    rig.clock.forward(OVER_A_MINUTE);
    rig.awaitRows(LOST, "b1 4 4 awaited");
    assertThat(rig.receipts("s01", "b1", 5)).isZero();

    rig.say("s01", "readings", B1.readings(4, now + 3_000, ShedWords.charging(3, 100)));
    rig.awaitStored("s01", "b1", 5);
    rig.awaitRows(LOST);
  }

  @Test
  void aClockThatIsAnHourOffIsTakenAsItIsAndFlagged() throws Exception {
    long wrong = rig.now() - 3_600_000;
    rig.say("s01", "readings", B1.readings(2, wrong, ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 2);
    rig.clock.forward(OVER_A_MINUTE);
    rig.say("s01", "readings", B1.readings(3, wrong + 1_000, ShedWords.charging(1, 110)));
    rig.awaitStored("s01", "b1", 3);
    assertThat(JdbcFacts.read(rig.database().pool()).table("sessions"))
        .singleElement()
        .satisfies(row -> assertThat(row).contains(" | " + wrong + " | "));
    assertThat(rig.rows("select rule, severity, state from alert"))
        .containsExactly("clock-skew minor active-unacknowledged");

    rig.say("s01", "readings", B1.readings(4, rig.now(), ShedWords.charging(1, 110)));
    rig.awaitRows("select state from alert", "cleared-unacknowledged");
  }

  @Test
  void aShedThatBelievesItIs1970IsDatedByTheServerAndFlagged() throws Exception {
    long before = rig.now();
    rig.say("s01", "readings", B1.readings(2, 5_000, ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 2);
    assertThat(rig.rows("select extract(epoch from started_at) from charging_session"))
        .singleElement()
        .satisfies(
            seconds -> assertThat(Double.parseDouble(seconds) * 1_000).isGreaterThan(before - 1.0));
    rig.clock.forward(OVER_A_MINUTE);
    rig.say("s01", "readings", B1.readings(3, 66_000, ShedWords.charging(1, 100)));
    rig.awaitRows("select rule from alert", "clock-skew");
  }

  @Test
  void aClonedCardIsRefusedAndNamed() throws Exception {
    rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 2);
    rig.say("s01", "status", B1.birth(1, rig.now() + 120_000));
    rig.awaitRows(REFUSED, "boot-reused");
    assertThat(rig.rows("select detail from rejected_message"))
        .containsExactly("boot b1 was born before: is this a cloned card?");
    rig.say("s01", "readings", B1.readings(3, rig.now(), ShedWords.charging(1, 100)));
    rig.awaitStored("s01", "b1", 3);
    assertThat(usage(1)).isEqualTo(Usage.CHARGING);
  }

  @Test
  void twoBoxesThatTakeTurnsAreTwins() throws Exception {
    ShedWords b2 = new ShedWords("b2", 2);
    String both = "[{\"boot\":\"b1\",\"from\":1,\"to\":9},{\"boot\":\"b2\",\"from\":1,\"to\":1}]";
    rig.say("s01", "status", b2.birth(1, rig.now(), both, "[]"));
    rig.awaitStored("s01", "b2", 1);
    rig.clock.forward(OVER_A_MINUTE);
    for (int seq = 2; seq <= 4; seq++) {
      rig.say("s01", "readings", B1.readings(seq, rig.now(), ShedWords.charging(1, 100)));
      rig.say("s01", "readings", b2.readings(seq, rig.now(), ShedWords.free(1)));
    }
    rig.awaitRows("select rule, severity from alert", "shed-twin major");
    assertThat(usage(1)).as("the newer boot's word stands").isEqualTo(Usage.FREE);
  }

  private Usage usage(int socket) {
    return rig.feed.shed("s01").sockets().get(socket - 1).reading().usage();
  }
}
