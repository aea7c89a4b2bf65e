package io.shedwatch.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.uplink.Backlog.Receipt;
import io.shedwatch.edge.uplink.Held;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SpoolTest {
  private final SimulatedDisk disk = new SimulatedDisk(1, 50_000_000, 100_000);

  @AfterEach
  void close() {
    disk.close();
  }

  private static Fact overcurrent(int socket, double amperes) {
    return new Fact(
        OptionalInt.of(socket), AlarmKind.OVERCURRENT, amperes, 10, AlarmAction.RELAY_OPENED);
  }

  private AlarmId raise(int socket, double amperes) {
    return disk.spool().outbox().raise(disk.placeMillis.get(), overcurrent(socket, amperes));
  }

  private void clear(AlarmId id) {
    disk.spool().outbox().clear(disk.placeMillis.get(), List.of(id));
  }

  private void heartbeat() {
    disk.spool().outbox().readings(disk.placeMillis.get(), List.of());
  }

  private BootId boot() {
    return disk.spool().backlog().boot();
  }

  private List<Alarm> alarms() {
    List<Alarm> alarms = new ArrayList<>();
    for (Held held : disk.held()) {
      Stamped message = SpoolOnDisk.message(held);
      if (message instanceof Alarm alarm) {
        alarms.add(alarm);
      }
    }
    return alarms;
  }

  @Test
  void readingsReachTheDiskAfterFiveSeconds() {
    heartbeat();
    disk.pass(4_000);
    disk.killAndRestart();
    assertThat(disk.held()).isEmpty();

    heartbeat();
    disk.pass(5_000);
    disk.killAndRestart();
    assertThat(disk.held()).hasSize(1);
  }

  @Test
  void anAlarmBringsTheReadingsBeforeItAlong() {
    heartbeat();
    heartbeat();
    raise(3, 16);
    disk.killAndRestart();

    assertThat(disk.held()).extracting(Held::seq).containsExactly(1L, 2L, 3L);
  }

  @Test
  void whatIsStoredWithinFiveSecondsNeverWearsTheDisk() {
    heartbeat();
    BootId boot = boot();
    assertThat(disk.spool().backlog().stored(boot, 1)).isEqualTo(Receipt.MOVED);
    disk.pass(10_000);
    disk.killAndRestart();

    assertThat(disk.held()).isEmpty();
    assertThat(disk.spool().backlog().stored(boot, 1)).isEqualTo(Receipt.NOTHING_NEW);
  }

  @Test
  void repeatedAlarmsGoOnceAMinuteWithTheirCountAndTheWorstOfThem() {
    AlarmId first = raise(3, 11);
    clear(first);
    disk.pass(10_000);
    AlarmId again = raise(3, 12);
    clear(again);
    disk.pass(10_000);
    AlarmId third = raise(3, 19);
    clear(third);
    AlarmId fourth = raise(3, 13);
    assertThat(alarms()).as("held back so far").hasSize(2);
    assertThat(disk.spool().outbox().open()).extracting(OpenAlarm::id).containsExactly(fourth);

    disk.pass(40_000);
    assertThat(alarms()).hasSize(3);
    Alarm merged = alarms().get(2);
    assertThat(merged.alarm()).isEqualTo(again).isEqualTo(third).isEqualTo(fourth);
    assertThat(merged.count()).isEqualTo(3);
    assertThat(merged.measured()).isEqualTo(19);

    clear(fourth);
    assertThat(alarms()).hasSize(4);
    assertThat(alarms().get(3).phase()).isEqualTo(AlarmPhase.CLEARED);
    assertThat(alarms().get(3).alarm()).isEqualTo(fourth);
  }

  @Test
  void mergedAlarmsThatAreOverAreToldAsRaisedAndCleared() {
    clear(raise(3, 11));
    clear(raise(3, 12));
    disk.pass(61_000);

    assertThat(alarms())
        .extracting(Alarm::phase)
        .containsExactly(
            AlarmPhase.RAISED, AlarmPhase.CLEARED, AlarmPhase.RAISED, AlarmPhase.CLEARED);
    disk.pass(120_000);
    assertThat(alarms()).hasSize(4);
  }

  @Test
  void alarmsOfOtherKindsAndSocketsDoNotWait() {
    raise(3, 11);
    raise(4, 11);
    disk.spool()
        .outbox()
        .raise(
            disk.placeMillis.get(),
            new Fact(OptionalInt.of(3), AlarmKind.OVERPOWER, 900, 600, AlarmAction.RELAY_OPENED));

    assertThat(alarms()).hasSize(3);
  }

  @Test
  void anAlarmThatWasHeldBackWhenTheAgentDiedGoesAtOnce() {
    clear(raise(3, 11));
    AlarmId again = raise(3, 12);
    disk.killAndRestart();
    assertThat(disk.spool().outbox().open()).extracting(OpenAlarm::id).containsExactly(again);

    disk.pass(500);
    Alarm told = alarms().get(alarms().size() - 1);
    assertThat(told.alarm()).isEqualTo(again);
    assertThat(told.boot()).isEqualTo(boot());
  }

  @Test
  void aFullDiskIsSaidByAnAlarmAndAThousandAlarmsWaitInMemory() {
    heartbeat();
    disk.pass(6_000);
    disk.full(true);
    for (int socket = 1; socket <= 60; socket++) { // The last page has room for some.
      disk.spool()
          .outbox()
          .raise(
              disk.placeMillis.get(),
              new Fact(OptionalInt.of(socket), AlarmKind.METER_LOST, 1, 1, AlarmAction.NONE));
    }
    disk.pass(1_000);
    assertThat(alarms()).anyMatch(alarm -> alarm.kind() == AlarmKind.OTHER);
    for (int nth = 0; nth < 1_100; nth++) {
      AlarmKind kind = List.of(AlarmKind.values()).get(nth / 250);
      OptionalInt socket = OptionalInt.of(1 + nth % 250);
      disk.spool()
          .outbox()
          .raise(disk.placeMillis.get(), new Fact(socket, kind, 16, 10, AlarmAction.RELAY_OPENED));
    }
    disk.pass(3_000);
    List<Alarm> waiting = alarms();
    assertThat(waiting).as("a thousand, and those that found room").hasSizeBetween(1_000, 1_060);
    assertThat(waiting.get(waiting.size() - 2).seq())
        .as("seqs are reserved")
        .isEqualTo(waiting.get(waiting.size() - 1).seq() - 1);

    disk.full(false);
    disk.pass(3_000);
    disk.pass(3_000);
    List<Alarm> later = alarms();
    assertThat(later.get(later.size() - 1).kind()).isEqualTo(AlarmKind.OTHER);
    assertThat(later.get(later.size() - 1).phase()).isEqualTo(AlarmPhase.CLEARED);
    disk.killAndRestart();
    assertThat(alarms()).hasSizeGreaterThanOrEqualTo(1_000);
  }

  @Test
  void readingsOlderThanSixtyDaysAreDroppedAndDeclaredButNotThoseOfAClockThatWasNeverSet() {
    disk.spool().outbox().readings(1_000, List.of());
    heartbeat();
    raise(3, 16);
    disk.placeMillis.addAndGet(Duration.ofDays(61).toMillis());
    disk.pass(3_700_000);
    disk.killAndRestart();

    assertThat(disk.held()).extracting(Held::seq).containsExactly(1L, 3L);
    assertThat(disk.spool().droppedRanges()).extracting(SeqRange::from).containsExactly(2L);
  }

  @Test
  void declarationsStayUntilTheirCarrierIsCovered() {
    heartbeat();
    BootId first = boot();
    disk.spool().backlog().setAside(disk.held().get(0).id(), "test");
    heartbeat();
    heartbeat();
    SeqRange gone = new SeqRange(first, 1, 1);
    long carrier = disk.held().get(0).id();
    long other = disk.held().get(1).id();
    assertThat(disk.spool().backlog().declaredBy(carrier)).containsExactly(gone);
    assertThat(disk.spool().backlog().declaredBy(other)).as("once is enough").isEmpty();

    disk.spool().backlog().stored(first, 1);
    assertThat(disk.spool().droppedRanges()).containsExactly(gone);
    disk.spool().backlog().stored(first, 2);
    assertThat(disk.spool().droppedRanges()).isEmpty();
  }

  @Test
  void whatWasDeclaredBeforeAKillIsDeclaredAgain() {
    heartbeat();
    BootId first = boot();
    disk.spool().backlog().setAside(disk.held().get(0).id(), "test");
    heartbeat();
    disk.spool().backlog().declaredBy(disk.held().get(0).id());
    disk.pass(6_000);
    disk.killAndRestart();
    heartbeat();

    List<Held> held = disk.held();
    assertThat(disk.spool().backlog().declaredBy(held.get(held.size() - 1).id()))
        .containsExactly(new SeqRange(first, 1, 1));
  }

  @Test
  void aBirthTellsBootsHoldsAndOpenAlarms() {
    BootId first = boot();
    heartbeat();
    AlarmId alarm = raise(3, 16);
    disk.killAndRestart();
    Held birth = disk.spool().backlog().status(ShedState.ONLINE, 4);
    Status status = (Status) SpoolOnDisk.message(birth);

    assertThat(status.previous()).contains(first);
    assertThat(status.holds())
        .containsExactly(new SeqRange(first, 1, 2), new SeqRange(boot(), 1, 1));
    assertThat(status.open()).contains(List.of(alarm));
    assertThat(status.limits()).hasValue(4);
    assertThat(status.sockets()).isEqualTo(11);
    disk.pass(6_000);
    long number = status.bootNumber().getAsLong();
    disk.killAndRestart();
    Status next = (Status) SpoolOnDisk.message(disk.spool().backlog().status(ShedState.ONLINE, 4));
    assertThat(next.bootNumber()).hasValue(number + 1);
  }

  @Test
  void aBirthThatWasNeverSentIsWrittenAgainUnderItsSeq() {
    Held birth = disk.spool().backlog().status(ShedState.ONLINE, 4);
    disk.pass(10_000);
    heartbeat();
    Held again = disk.spool().backlog().statusAgain(birth.id(), ShedState.ONLINE, 5);

    assertThat(again.seq()).isEqualTo(1);
    assertThat(again.at()).isEqualTo(disk.placeMillis.get());
    assertThat(disk.held()).hasSize(2);
    disk.pass(10_000);
    disk.killAndRestart();
    assertThat(((Status) SpoolOnDisk.message(disk.held().get(0))).limits()).hasValue(5);
  }

  @Test
  void aReceiptBeyondWhatWasSaidIsNotBelieved() {
    heartbeat();

    assertThat(disk.spool().backlog().stored(boot(), 2)).isEqualTo(Receipt.NOT_OURS);
    assertThat(disk.held()).hasSize(1);
  }

  @Test
  void aBootInTheLifeOfAProcessCountsFromOneAndLeavesTheOthersAlone() {
    BootId first = boot();
    heartbeat();
    disk.spool().beginBoot();
    heartbeat();

    assertThat(boot()).isNotEqualTo(first);
    assertThat(disk.held()).extracting(Held::seq).containsExactly(1L, 1L);
    disk.spool().backlog().stored(first, 900);
    assertThat(disk.held()).extracting(Held::boot).containsExactly(boot());
  }

  @Test
  void aSecondAgentOnTheSameFileIsRefusedWithASentence(@TempDir Path folder) throws IOException {
    try (SpoolOnDisk first = new SpoolOnDisk(folder)) {
      first.spool().flush();
      assertThatThrownBy(() -> new SpoolOnDisk(folder))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another process");
    }
  }

  @Test
  void aDamagedFileIsMovedAsideAndTheAgentStarts(@TempDir Path folder) throws IOException {
    Files.writeString(folder.resolve("spool.db"), "no database at all ".repeat(300));
    try (SpoolOnDisk spool = new SpoolOnDisk(folder);
        var files = Files.list(folder)) {
      spool.spool().outbox().readings(SpoolOnDisk.NOON, List.of());
      assertThat(spool.held()).hasSize(1);
      assertThat(files.map(file -> file.getFileName().toString()))
          .anyMatch(name -> name.startsWith("spool.db.damaged-"));
    }
  }

  @Test
  void aMissingFolderStopsTheStartWithASentence(@TempDir Path folder) {
    assertThatThrownBy(() -> new SpoolOnDisk(folder.resolve("nowhere")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("folder missing");
  }
}
