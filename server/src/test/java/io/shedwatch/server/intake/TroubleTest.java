package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.shedwatch.contract.Usage;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of the server that are away, forget or come back older: nothing is lost in silence. */
final class TroubleTest {
  private static final ShedWords B1 = new ShedWords("b1", 1);

  @TempDir private Path folder;

  @Test
  void aSecondServerOfTheSiteRefusesToStartAndSaysWhoHoldsIt() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      assertThat(catchThrowable(() -> rig.startServer("second")))
          .isInstanceOf(IntakeFault.class)
          .hasMessageContaining("another server holds site test (first)");
      assertThat(rig.intake().connected()).isTrue();
    }
  }

  @Test
  void aBrokerThatComesLateIsFound() throws Exception {
    try (IntakeRig rig = IntakeRig.withoutBroker(folder, TestDatabase.h2(folder))) {
      rig.broker().restart();
      rig.awaitListening();
      rig.say("s01", "alarms", B1.raised(1, rig.now(), 3));
      rig.awaitRows("select count(*) from incident", "1");
    }
  }

  @Test
  void aBrokerThatWasAwayIsFoundAgain() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.awaitStored("s01", "b1", 1);
      rig.broker().program().kill();
      rig.await("the loss is seen", () -> !rig.intake().connected());
      rig.broker().restart();
      rig.awaitListening();
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.awaitRows("select count(*) from charging_session", "1");
    }
  }

  @Test
  void toABrokerThatForgetsEverythingEverythingIsSaidAgain() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.awaitStored("s01", "b1", 2);
      long receipts = rig.receipts("s01", "b1", 2);
      long limits = count(rig, "s01/limits");
      rig.broker().restartForgetful();
      rig.await("limits are said again", () -> count(rig, "s01/limits") > limits);
      rig.await("receipts too", () -> rig.receipts("s01", "b1", 2) > receipts);
      rig.say("s01", "alarms", B1.raised(3, rig.now(), 3));
      rig.awaitStored("s01", "b1", 3);
      assertThat(rig.rows("select count(*) from incident")).containsExactly("1");
    }
  }

  @Test
  void whileReadingsCannotBeStoredAlarmsAreSettledAndNothingIsConfirmed() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.awaitStored("s01", "b1", 1);
      rig.sink.hold();
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.await("the readings wait for the store", () -> rig.sink.heldBatches() == 1);
      rig.say("s01", "alarms", B1.raised(3, rig.now(), 3));
      rig.awaitRows("select count(*) from incident", "1");
      assertThat(rig.receipts("s01", "b1", 3)).isZero();
      rig.sink.release();
      rig.awaitStored("s01", "b1", 3);
      assertThat(rig.rows("select count(*) from charging_session")).containsExactly("1");
    }
  }

  @Test
  void aPostgresThatIsKilledAndComesBackHasEverythingOnce() throws Exception {
    try (Postgres postgres = Postgres.start();
        IntakeRig rig = IntakeRig.started(folder, TestDatabase.postgres(postgres, "trouble"))) {
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.awaitStored("s01", "b1", 1);
      postgres.program().kill();
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.say("s01", "alarms", B1.raised(3, rig.now(), 3));
      rig.say("s02", "alarms", B1.raised(1, rig.now(), 1));
      rig.await("the ledger is missed", () -> rig.count("shedwatch.ledger.away") > 1);
      assertThat(rig.receipts("s01", "b1", 3)).isZero();
      assertThat(rig.feed.incidents).as("nobody is told what is not committed").isEmpty();
      postgres.restart();
      rig.awaitStored("s01", "b1", 3);
      rig.awaitRows(
          "select incident, open_key from incident order by 1",
          "test-s01-b1-3 test/s01/3",
          "test-s02-b1-1 test/s02/1");
      assertThat(rig.rows("select session from charging_session"))
          .containsExactly("test-s01-3-b1-2");
      assertThat(rig.rows("select number from incident_event order by 1"))
          .containsExactly("1", "2");
    }
  }

  @Test
  void aServerRestoredFromYesterdaysBackupShowsWhatItLacksAndGoesOn() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.say("s01", "alarms", B1.raised(3, rig.now(), 2));
      rig.awaitStored("s01", "b1", 3);
      Path file = folder.resolve("test.mv.db");
      Path backup = folder.resolve("backup.mv.db");
      rig.stopServer();
      rig.database().close();
      Files.copy(file, backup);

      rig.use(TestDatabase.h2(folder));
      rig.startServer();
      rig.awaitListening();
      rig.say("s01", "alarms", B1.cleared(4, rig.now(), "b1-3", 2));
      rig.say("s01", "readings", B1.readings(5, rig.now(), ShedWords.free(3)));
      rig.say("s01", "readings", B1.readings(6, rig.now(), ShedWords.charging(1, 100)));
      rig.awaitStored("s01", "b1", 6);
      rig.stopServer();
      rig.database().close();
      Files.copy(backup, file, StandardCopyOption.REPLACE_EXISTING);

      rig.use(TestDatabase.h2(folder));
      rig.startServer();
      rig.awaitListening();
      String holds = "[{\"boot\":\"b1\",\"from\":7,\"to\":7}]";
      rig.say("s01", "status", B1.birth(7, rig.now(), holds, "[]"));
      rig.say("s01", "readings", B1.readings(8, rig.now() + 1, ShedWords.charging(1, 100)));
      rig.awaitStored("s01", "b1", 8);
      assertThat(rig.rows("select boot, from_seq, to_seq, why from lost_messages"))
          .containsExactly("b1 4 6 not-held");
      assertThat(rig.rows("select session from charging_session order by 1"))
          .containsExactly("test-s01-1-b1-8", "test-s01-3-b1-2");
      // The clear is lost, and a latch is never believed to have opened by itself: the server
      // switches off again and tells staff.
      rig.awaitRows(
          "select rule, state from alert order by 1",
          "hardware active-unacknowledged",
          "latch-forgotten active-unacknowledged");
      rig.await("the order to open is out", () -> rig.heard("\"do\":\"open-relay\""));
    }
  }

  @Test
  void aShedThatTheDatabaseRefusesStandsStillAloneAndIsAnAlert() throws Exception {
    try (IntakeRig rig = IntakeRig.started(folder, TestDatabase.h2(folder))) {
      rig.database()
          .execute("alter table charging_session add constraint poison check (socket <> 3)");
      rig.say("s01", "status", B1.birth(1, rig.now()));
      rig.say("s02", "status", B1.birth(1, rig.now()));
      rig.awaitStored("s01", "b1", 1);
      rig.say("s01", "readings", B1.readings(2, rig.now(), ShedWords.charging(3, 100)));
      rig.awaitRows("select rule, shed from alert", "lane-stopped s01");
      rig.say("s01", "readings", B1.readings(3, rig.now(), ShedWords.charging(1, 100)));
      rig.say("s02", "readings", B1.readings(2, rig.now(), ShedWords.charging(1, 100)));
      rig.awaitStored("s02", "b1", 2);
      assertThat(rig.receipts("s01", "b1", 2)).isZero();
      assertThat(rig.rows("select session from charging_session"))
          .containsExactly("test-s02-1-b1-2");
      assertThat(rig.feed.shed("s02").sockets().get(0).reading().usage()).isEqualTo(Usage.CHARGING);
    }
  }

  private static long count(IntakeRig rig, String topic) throws Exception {
    return rig.heard().stream().filter(line -> line.contains(topic)).count();
  }
}
