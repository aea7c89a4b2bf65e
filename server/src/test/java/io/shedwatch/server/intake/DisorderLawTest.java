package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Stamped;
import io.shedwatch.server.intake.step.LaneStep;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.intake.step.Step;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.Set;

/**
 * A network that loses, repeats, delays and reorders, an agent that sends again what is not
 * confirmed, and a server that is killed between any two commits: in the end the tables are those
 * of an undisturbed run.
 */
final class DisorderLawTest {
  private static final int MESSAGES = 150;
  private static final long RESEND_MILLIS = 4_000;

  /** A message on its way. */
  private record Flight(long arrivesAt, int order, Stamped message) {}

  @Seeds(300)
  void theTablesAreThoseOfAnUndisturbedRun(long seed) {
    List<Stamped> said = RandomShed.says(new Random(seed), "s01", MESSAGES);
    InMemoryLedger calm = new InMemoryLedger();
    ShedBook calmBook = undisturbed(calm, said);
    InMemoryLedger rough = new InMemoryLedger();
    ShedBook roughBook = disturbed(rough, said, new Random(seed * 31));

    assertThat(storedPositions(roughBook)).isEqualTo(storedPositions(calmBook));
    assertThat(roughBook.live().sockets()).isEqualTo(calmBook.live().sockets());
    assertThat(rough.facts().table("sessions")).isEqualTo(calm.facts().table("sessions"));
    assertThat(rough.facts().table("lost")).isEmpty();
    assertThat(rough.facts().table("commands")).isEqualTo(calm.facts().table("commands"));
    // Which of two alarms opened the incident and which joined it depends on who came first.
    assertThat(alerts(rough)).isEqualTo(alerts(calm));
    assertThat(causes(rough)).isEqualTo(causes(calm));
    assertThat(keys(rough)).isEqualTo(keys(calm));
  }

  private static ShedBook undisturbed(Ledger ledger, List<Stamped> said) {
    ShedBook book = ShedBook.empty(RandomShed.address("s01"), 4);
    for (Stamped message : said) {
      book = hear(ledger, book, message, message.at());
    }
    return book;
  }

  private static ShedBook disturbed(InMemoryLedger ledger, List<Stamped> said, Random random) {
    ShedBook book = ShedBook.empty(RandomShed.address("s01"), 4);
    Map<BootId, Long> confirmed = new HashMap<>();
    Map<Stamped, Long> sentAt = new HashMap<>();
    PriorityQueue<Flight> network =
        new PriorityQueue<>(
            java.util.Comparator.comparingLong(Flight::arrivesAt).thenComparingInt(Flight::order));
    int order = 0;
    for (long now = RandomShed.NOON; ; now += 200) {
      for (Stamped message : due(said, confirmed, sentAt, now)) {
        sentAt.put(message, now);
        for (int copies = copies(random); copies > 0; copies--) {
          network.add(new Flight(now + random.nextInt(3_000), order++, message));
        }
      }
      while (!network.isEmpty() && network.peek().arrivesAt() <= now) {
        book = hear(ledger, book, network.poll().message(), now);
        if (random.nextInt(10) == 0) {
          book = ledger.load(RandomShed.address("s01"), 4); // Killed, and started again.
        }
      }
      book = commit(ledger, book, new ShedEvent.Tick(now, RandomShed.NOON));
      for (Map.Entry<BootId, Long> stored : storedPositions(book).entrySet()) {
        if (random.nextInt(3) > 0) {
          confirmed.put(stored.getKey(), stored.getValue());
        }
      }
      if (now > said.get(said.size() - 1).at() && allConfirmed(said, confirmed)) {
        return book;
      }
    }
  }

  private static int copies(Random random) {
    int chance = random.nextInt(10);
    return chance < 2 ? 0 : chance < 4 ? 2 : 1;
  }

  private static List<Stamped> due(
      List<Stamped> said, Map<BootId, Long> confirmed, Map<Stamped, Long> sentAt, long now) {
    List<Stamped> due = new ArrayList<>();
    for (Stamped message : said) {
      boolean known = message.at() <= now;
      boolean open = confirmed.getOrDefault(message.boot(), 0L) < message.seq();
      long last = sentAt.getOrDefault(message, Long.MIN_VALUE / 2);
      if (known && open && now - last >= RESEND_MILLIS) {
        due.add(message);
      }
    }
    return due;
  }

  private static boolean allConfirmed(List<Stamped> said, Map<BootId, Long> confirmed) {
    return said.stream().allMatch(m -> confirmed.getOrDefault(m.boot(), 0L) >= m.seq());
  }

  private static ShedBook hear(Ledger ledger, ShedBook book, Stamped message, long now) {
    return commit(ledger, book, new ShedEvent.Heard(message, now));
  }

  private static ShedBook commit(Ledger ledger, ShedBook book, ShedEvent event) {
    Step step = LaneStep.next(book, event, StepRules.DEFAULTS);
    if (step.notice() != Step.Notice.NEWS) {
      return step.next();
    }
    try {
      ledger.commit(List.of(new ShedCommit(step.next(), step.consequences())), List.of());
    } catch (Ledger.Away | Ledger.Unable e) {
      throw new AssertionError(e);
    }
    return step.next();
  }

  private static Map<BootId, Long> storedPositions(ShedBook book) {
    Map<BootId, Long> stored = new HashMap<>();
    book.boots().forEach(boot -> stored.put(boot.boot(), boot.positions().contiguous()));
    // Of a boot that is over everything is stored.
    book.closed().keySet().forEach(boot -> stored.put(boot, 1_000_000L));
    return stored;
  }

  private static List<String> alerts(InMemoryLedger ledger) {
    return ledger.facts().table("alerts").stream()
        .filter(line -> line.contains("| hardware |"))
        .map(line -> line.substring(0, line.lastIndexOf(" | ")))
        .toList();
  }

  private static Set<String> causes(InMemoryLedger ledger) {
    Set<String> causes = new HashSet<>();
    for (String line : ledger.facts().table("events")) {
      causes.add(line.substring(line.lastIndexOf(" | ")));
    }
    return causes;
  }

  private static Set<String> keys(InMemoryLedger ledger) {
    Set<String> keys = new HashSet<>();
    for (String line : ledger.facts().table("incidents")) {
      keys.add(line.split(" \\| ", -1)[4]);
    }
    return keys;
  }
}
