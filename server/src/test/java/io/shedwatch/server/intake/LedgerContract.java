package io.shedwatch.server.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.LaneStep;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.intake.step.Step;
import io.shedwatch.server.intake.step.StepRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What lanes rely on in a ledger, for the twin and for SQL. */
abstract class LedgerContract {
  static final ShedAddress SHED = RandomShed.address("s01");

  abstract Ledger ledger();

  abstract LedgerFacts facts() throws Exception;

  @Test
  void aShedThatWasNeverHeardHasAnEmptyBook() throws Exception {
    assertThat(ledger().load(SHED, 4)).isEqualTo(ShedBook.empty(SHED, 4));
    assertThat(ledger().load(SHED, 4)).isEqualTo(ShedBook.empty(SHED, 4));
  }

  @Test
  void aBookIsReadAsItWasCommitted() throws Exception {
    ShedBook book = ledger().load(SHED, 4);
    for (Stamped message : RandomShed.says(new Random(7), "s01", 400)) {
      book = commit(ledger(), book, message);
      assertThat(ledger().load(SHED, 4)).isEqualTo(book);
    }
    assertThat(facts().table("sessions")).isNotEmpty();
    assertThat(facts().table("alerts")).isNotEmpty();
  }

  @Test
  void everyTableHoldsWhatTheTwinHolds() throws Exception {
    InMemoryLedger twin = new InMemoryLedger();
    for (long seed = 1; seed <= 6; seed++) {
      String name = "s0" + seed;
      ShedBook book = ledger().load(RandomShed.address(name), 4);
      List<Stamped> said = new ArrayList<>(RandomShed.says(new Random(seed), name, 300));
      // Out of order, so that gaps, early clears and late alarms are among it.
      for (int i = 0; i + 4 < said.size(); i += 4) {
        java.util.Collections.swap(said, i, i + 3);
      }
      for (Stamped message : said) {
        ShedBook before = book;
        book = commit(ledger(), before, message);
        commit(twin, before, message);
      }
    }
    assertThat(facts().tables()).isEqualTo(twin.facts().tables());
    assertThat(facts().table("events")).isNotEmpty();
  }

  @Test
  void aCommitThatIsRepeatedChangesNothing() throws Exception {
    ShedBook book = ledger().load(SHED, 4);
    for (Stamped message : RandomShed.says(new Random(3), "s01", 200)) {
      Step step = step(book, message);
      ShedCommit commit = new ShedCommit(step.next(), step.consequences());
      ledger().commit(List.of(commit), List.of());
      if (!(message instanceof Outcome)) {
        LedgerFacts once = facts();
        ledger().commit(List.of(commit), List.of());
        assertThat(facts()).isEqualTo(once);
      }
      book = step.next();
    }
  }

  @Test
  void theLastThousandRefusalsAreKept() throws Exception {
    for (int i = 0; i < 21; i++) {
      List<Refusal> some = new ArrayList<>();
      for (int j = 0; j < 50; j++) {
        some.add(new Refusal("t", "not-json", "no " + (i * 50 + j), "{", 1_000 + i));
      }
      ledger().commit(List.of(), some);
    }
    List<String> refused = facts().table("refused");
    assertThat(refused).hasSize(1_000);
    assertThat(refused).noneMatch(line -> line.contains("| no 49 |"));
    assertThat(refused).anyMatch(line -> line.contains("| no 50 |"));
  }

  @Test
  void anyTextOfAStrangerCanBeKept() throws Exception {
    String odd = "\u0000\ud83d\ude00 x \uffff" + "x".repeat(3_000);
    Refusal refusal = new Refusal("t" + odd, "not-json", odd, odd, 1_000);
    ledger().commit(List.of(), List.of(refusal));
    assertThat(facts().table("refused")).hasSize(1);
  }

  @Test
  void aBootThatIsOverIsRemembered() throws Exception {
    ShedBook book = ledger().load(SHED, 4);
    Rejected rejected =
        new Rejected(Rejected.Reason.NOT_JSON, "x", Optional.of(new BootId("b")), 3);
    Step step =
        LaneStep.next(book, new ShedEvent.Refused(rejected, "t", "{", 1_000), StepRules.DEFAULTS);
    io.shedwatch.server.intake.step.ClosedBoot over =
        new io.shedwatch.server.intake.step.ClosedBoot(new BootId("b"), 3, 5_000, 6_000);
    ledger()
        .commit(
            List.of(new ShedCommit(step.next(), List.of(new Consequence.BootClosed(over)))),
            List.of());
    assertThat(ledger().load(SHED, 4).closed()).containsEntry(new BootId("b"), over);
  }

  private static ShedBook commit(Ledger ledger, ShedBook book, Stamped message) throws Exception {
    Step step = step(book, message);
    ledger.commit(List.of(new ShedCommit(step.next(), step.consequences())), List.of());
    return step.next();
  }

  private static Step step(ShedBook book, Stamped message) {
    return LaneStep.next(book, new ShedEvent.Heard(message, message.at() + 50), StepRules.DEFAULTS);
  }
}
