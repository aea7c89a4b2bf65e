package io.shedwatch.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.uplink.Held;
import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Laws of the spool over random lives: messages, receipts, kills, a full disk, a small room. A
 * message is held, or covered by a receipt, or declared; never two of them, never none.
 */
final class SpoolLawTest {
  private record Place(BootId boot, long seq) {}

  /** A random life of one spool, and what must be true of it. */
  private static final class Life {
    private final Random random;
    private final SimulatedDisk disk;
    private final Set<Place> said = new HashSet<>();
    private final Set<Place> alarms = new HashSet<>();
    private final Set<Place> covered = new HashSet<>();
    private final Set<Place> declaredEver = new HashSet<>();
    private final Set<Place> forgotten = new HashSet<>();
    private final List<AlarmId> open = new ArrayList<>();
    private boolean full;
    private int socket;

    Life(long seed, long maxMessages) {
      this.random = new Random(seed);
      this.disk = new SimulatedDisk(seed, 10_000_000, maxMessages);
    }

    private void step() {
      BootId boot = disk.spool().backlog().boot();
      long before = newest();
      act();
      if (!boot.equals(disk.spool().backlog().boot())) {
        return; // Restarted: nothing was said by the new boot yet.
      }
      for (long seq = before + 1; seq <= newest(); seq++) {
        said.add(new Place(boot, seq));
      }
      for (Held one : disk.held()) {
        if (one.channel() == Channel.ALARMS) {
          alarms.add(new Place(one.boot(), one.seq()));
        }
      }
    }

    private void act() {
      int dice = random.nextInt(100);
      if (dice < 55) {
        disk.spool().outbox().readings(disk.placeMillis.get(), List.of());
      } else if (dice < 65) {
        raise();
      } else if (dice < 70 && !open.isEmpty()) {
        AlarmId over = open.remove(random.nextInt(open.size()));
        disk.spool().outbox().clear(disk.placeMillis.get(), List.of(over));
      } else if (dice < 72) {
        disk.spool().backlog().status(ShedState.ONLINE, 3);
      } else if (dice < 84) {
        disk.pass(random.nextInt(4_000));
      } else if (dice < 95) {
        receipt();
      } else if (dice < 96) {
        full = !full;
        disk.full(full);
      } else if (dice < 98) {
        kill();
      } else {
        declare();
      }
    }

    private void raise() {
      socket++; // Each its own, so that nothing is merged.
      Fact fact =
          new Fact(
              OptionalInt.of(socket), AlarmKind.OVERCURRENT, 16.2, 10, AlarmAction.RELAY_OPENED);
      open.add(disk.spool().outbox().raise(disk.placeMillis.get(), fact));
    }

    private long newest() {
      return disk.spool().newestSeq();
    }

    private void receipt() {
      List<Held> held = disk.held();
      if (held.isEmpty()) {
        return;
      }
      // As a server says it: up to a message that it has, over what was declared to it.
      Held upTo = held.get(random.nextInt(held.size()));
      disk.spool().backlog().stored(upTo.boot(), upTo.seq());
      for (Held one : held) {
        if (one.boot().equals(upTo.boot()) && one.seq() <= upTo.seq()) {
          covered.add(new Place(one.boot(), one.seq()));
        }
      }
    }

    private void declare() {
      List<Held> held = disk.held();
      held.removeIf(one -> one.channel() != Channel.READINGS);
      if (!held.isEmpty()) {
        Held carrier = held.get(random.nextInt(held.size()));
        List<SeqRange> once = disk.spool().backlog().declaredBy(carrier.id());
        assertThat(disk.spool().backlog().declaredBy(carrier.id())).isEqualTo(once);
        assertThat(once).hasSizeLessThanOrEqualTo(100);
        declaredEver.addAll(places(once));
      }
    }

    private void kill() {
      // What the disk does not have yet is gone, unless it was on the disk or covered.
      Set<Place> before = places(disk.held());
      List<OpenAlarm> openBefore = disk.spool().outbox().open();
      boolean refused = disk.spool().isInTrouble();
      disk.killAndRestart();
      Set<Place> after = places(disk.held());
      before.removeAll(after);
      if (!refused) {
        assertDisjoint("a kill takes no alarm", before, alarms);
        assertThat(disk.spool().outbox().open()).isEqualTo(openBefore);
      }
      forgotten.addAll(before);
      // Deletions by receipts are grouped: some of what was covered is back, and sent twice.
      Set<Place> back = new HashSet<>(after);
      back.retainAll(covered);
      covered.removeAll(back);
      open.removeIf(id -> disk.spool().outbox().open().stream().noneMatch(o -> o.id().equals(id)));
    }

    private void check() {
      Set<Place> held = places(disk.held());
      Set<Place> dropped = places(disk.spool().droppedRanges());
      assertDisjoint("held and declared", held, dropped);
      assertDisjoint("held and covered", held, covered);
      assertThat(said).containsAll(held);
      assertThat(said)
          .as("exactly theirs: nothing is declared that never was")
          .containsAll(dropped);
      Set<Place> rest = new HashSet<>(said);
      rest.removeAll(held);
      rest.removeAll(dropped);
      rest.removeAll(covered);
      rest.removeAll(forgotten);
      rest.removeAll(declaredEver); // Declared, and the declaration was covered.
      assertThat(rest).as("neither held nor covered nor declared").isEmpty();
    }

    private static void assertDisjoint(String what, Set<Place> some, Set<Place> others) {
      Set<Place> both = new HashSet<>(some);
      both.retainAll(others);
      assertThat(both).as(what).isEmpty();
    }

    private static Set<Place> places(List<?> of) {
      Set<Place> places = new HashSet<>();
      for (Object one : of) {
        if (one instanceof Held held) {
          places.add(new Place(held.boot(), held.seq()));
        } else if (one instanceof SeqRange range) {
          for (long seq = range.from(); seq <= range.to(); seq++) {
            places.add(new Place(range.boot(), seq));
          }
        }
      }
      return places;
    }
  }

  @Seeds(200)
  void aMessageIsHeldCoveredOrDeclared(long seed) {
    Life life = new Life(seed, seed % 2 == 0 ? 100_000 : 60);
    for (int step = 0; step < 300; step++) {
      life.step();
      if (step % 10 == 0) {
        life.check();
      }
    }
    life.check();
    life.disk.close();
  }

  @Seeds(50)
  void dropsOldReadingsBeforeAnyAlarm(long seed) {
    Random random = new Random(seed);
    try (SimulatedDisk disk = new SimulatedDisk(seed, 10_000_000, 100)) {
      Set<Long> alarms = new TreeSet<>();
      Set<Long> readings = new TreeSet<>();
      for (int i = 1; i <= 400; i++) {
        if (alarms.size() < 15 && random.nextInt(20) == 0) {
          disk.spool()
              .outbox()
              .raise(
                  disk.placeMillis.get(),
                  new Fact(
                      OptionalInt.of(i),
                      AlarmKind.SMOKE,
                      Double.NaN,
                      Double.NaN,
                      AlarmAction.NONE));
          alarms.add((long) i);
        } else {
          disk.spool().outbox().readings(disk.placeMillis.get(), List.of());
          readings.add((long) i);
        }
        disk.pass(1_000);
      }
      disk.pass(6_000);
      Set<Long> held = new TreeSet<>();
      disk.held().forEach(one -> held.add(one.seq()));
      assertThat(held).containsAll(alarms);
      assertThat(held.size()).isBetween(70, 80 + alarms.size());
      Set<Long> kept = new TreeSet<>(readings);
      kept.retainAll(held);
      Set<Long> gone = new TreeSet<>(readings);
      gone.removeAll(held);
      assertThat(gone).allSatisfy(old -> assertThat(kept).allMatch(young -> young > old));
    }
  }
}
