package io.shedwatch.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.uplink.Held;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A process is killed with SIGKILL at random instants while it writes; the file is opened again.
 */
final class SpoolKillTest {
  private static final int KILLS = 12;

  @TempDir Path folder;

  @Test
  void aKillAtAnyInstantLosesNoAlarmAndLeavesNoGap() throws Exception {
    Random random = new Random(7);
    Set<String> told = new HashSet<>();
    for (int kill = 0; kill < KILLS; kill++) {
      RunningProgram victim =
          RunningProgram.start(
              folder,
              "victim-" + kill,
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx64m",
                  "-cp",
                  System.getProperty("java.class.path"),
                  SpoolVictim.class.getName(),
                  folder.resolve("spool.db").toString()));
      int alarms = 1 + random.nextInt(60);
      Await.until("alarms", () -> lines(victim).stream().filter(this::isAlarm).count() >= alarms);
      victim.kill();
      lines(victim).stream()
          .filter(this::isAlarm)
          .forEach(line -> told.add(line.substring("alarm ".length())));
    }

    try (SpoolOnDisk spool = new SpoolOnDisk(folder, 1, 1_000)) {
      check(spool, told);
    }
  }

  private boolean isAlarm(String line) {
    return line.startsWith("alarm ");
  }

  /** Whole lines only: the last one may be cut. */
  private static List<String> lines(RunningProgram program) throws Exception {
    String said = program.said();
    return said.substring(0, said.lastIndexOf('\n') + 1).lines().toList();
  }

  private static void check(SpoolOnDisk spool, Set<String> told) {
    TreeMap<String, TreeSet<Long>> known = new TreeMap<>();
    Set<String> held = new HashSet<>();
    for (Held one : spool.held()) {
      known.computeIfAbsent(one.boot().value(), boot -> new TreeSet<>()).add(one.seq());
      if (SpoolOnDisk.message(one) instanceof Alarm alarm) {
        held.add(alarm.alarm().value());
      }
    }
    for (SeqRange range : spool.spool().droppedRanges()) {
      for (long seq = range.from(); seq <= range.to(); seq++) {
        assertThat(known.computeIfAbsent(range.boot().value(), boot -> new TreeSet<>()).add(seq))
            .as("held or declared, not both")
            .isTrue();
      }
    }
    assertThat(held).as("every alarm that was told as written").containsAll(told);
    assertThat(spool.spool().outbox().open())
        .extracting(open -> open.id().value())
        .containsAll(told);
    assertThat(spool.spool().outbox().open()).extracting(OpenAlarm::id).doesNotHaveDuplicates();
    assertThat(known).hasSize(KILLS);
    known.forEach(
        (boot, seqs) -> {
          assertThat(seqs.first()).as(boot).isEqualTo(1);
          assertThat(seqs.last()).as("no gap in " + boot).isEqualTo(seqs.size());
        });
  }
}
