package io.shedwatch.server.intake;

import io.micrometer.core.instrument.Timer;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.LaneStep;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.intake.step.Step;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.rule.RuleName;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The books of one lane's sheds: steps events, commits, acknowledges, tells; in this order. A book
 * moves only with its commit. Used by the lane's thread alone.
 */
final class LaneBooks {
  private static final Logger LOG = LoggerFactory.getLogger(LaneBooks.class);

  private final Map<ShedAddress, ShedBook> books = new HashMap<>();
  private final Set<ShedAddress> stopped = new HashSet<>();
  private final LaneTools tools;
  private final Receipts receipts;
  private final PatientLedger ledger;
  private StepRules rules;

  LaneBooks(Collection<ShedBook> loaded, LaneTools tools) {
    loaded.forEach(book -> books.put(book.shed(), book));
    this.tools = tools;
    this.rules = tools.rules().get();
    this.receipts = new Receipts(tools.publisher());
    this.ledger = new PatientLedger(tools.ledger(), tools.meters());
  }

  InstantSource clock() {
    return tools.clock();
  }

  boolean has(ShedAddress shed) {
    return books.containsKey(shed);
  }

  boolean covers(ShedAddress shed, Stamped message) {
    return book(shed).covers(message.boot(), message.seq());
  }

  /** One shed's next book while a batch is stepped. */
  private static final class Work {
    private ShedBook next;
    private boolean news;
    private final List<Consequence> consequences = new ArrayList<>();

    Work(ShedBook book) {
      this.next = book;
    }
  }

  /** Settles events in their order; {@code acks} belong to the refusals of strangers. */
  void settle(
      List<Unsettled> events, List<Refusal> refusals, List<Arrived.Ack> acks, boolean urgent)
      throws InterruptedException {
    Map<ShedAddress, Work> works = new LinkedHashMap<>();
    for (Unsettled event : events) {
      if (!stopped.contains(event.shed())) {
        step(works.computeIfAbsent(event.shed(), shed -> new Work(book(shed))), event.event());
      }
    }
    Timer.Sample timer = Timer.start(tools.meters().registry());
    if (!commit(works, refusals)) {
      return; // Stopping: nothing is acknowledged, and it all comes again.
    }
    timer.stop(tools.meters().commit(urgent));
    for (Unsettled event : events) {
      event.ack().settled();
    }
    acks.forEach(Arrived.Ack::settled);
  }

  void tick(long now) throws InterruptedException {
    rules = tools.rules().get(); // New versions begin between two messages, here.
    ShedEvent.Tick tick = new ShedEvent.Tick(now, tools.listening().since(now));
    Map<ShedAddress, Work> works = new LinkedHashMap<>();
    for (ShedAddress shed : books.keySet()) {
      if (!stopped.contains(shed)) {
        Work work = new Work(book(shed));
        step(work, tick);
        if (work.news) {
          works.put(shed, work);
        }
      }
    }
    if (!works.isEmpty()) {
      commit(works, List.of());
    }
    receipts.forget(now);
  }

  void connected() {
    books.values().forEach(receipts::connected);
  }

  void publishReceipts(long now) {
    receipts.publish(now);
  }

  /** Lets a commit that waits for the ledger give up; called by another thread. */
  void stop() {
    ledger.stop();
  }

  void close() {
    LOG.debug("lane closed sheds={}", books.size());
  }

  private ShedBook book(ShedAddress shed) {
    ShedBook book = books.get(shed);
    if (book == null) {
      throw new IllegalArgumentException("shed " + shed + " is not of this lane");
    }
    return book;
  }

  private void step(Work work, ShedEvent event) {
    ShedAddress shed = work.next.shed();
    if (stopped.contains(shed)) {
      return;
    }
    Step step;
    try {
      step = LaneStep.next(work.next, event, rules);
    } catch (RuntimeException e) {
      stopShed(work, event, e);
      return;
    }
    switch (step.notice()) {
      case NEWS -> {
        work.next = step.next();
        work.news = true;
        work.consequences.addAll(step.consequences());
      }
      case REPEATED -> {
        tools.meters().repeated();
        repeated(step.next(), event);
      }
      case TOO_FAR_AHEAD -> tools.meters().tooFarAhead();
      case QUIET -> {}
    }
  }

  private void repeated(ShedBook book, ShedEvent event) {
    if (event instanceof ShedEvent.Heard heard) {
      receipts.repeated(book, heard.message().boot(), heard.message().seq());
    } else if (event instanceof ShedEvent.Refused refused) {
      Optional<BootId> boot = refused.rejected().boot();
      boot.ifPresent(id -> receipts.repeated(book, id, refused.rejected().seq()));
    }
  }

  /** A rule broke: this shed stands still, loudly, and the others go on. */
  private void stopShed(Work work, ShedEvent event, RuntimeException e) {
    ShedAddress shed = work.next.shed();
    LOG.error("shed stopped shed={} event={}", shed, event, e);
    stopped.add(shed);
    work.news = true;
    work.consequences.add(laneStopped(shed));
  }

  private Consequence laneStopped(ShedAddress shed) {
    long now = tools.clock().millis();
    return new Consequence.Raised(
        AlertRaised.of(
            shed.site() + "-" + shed.shed() + "-stopped-" + now,
            RuleName.LANE_STOPPED.word(),
            RuleName.LANE_STOPPED.severity(),
            Subject.of(shed),
            now),
        now);
  }

  private boolean commit(Map<ShedAddress, Work> works, List<Refusal> refusals)
      throws InterruptedException {
    List<ShedCommit> commits = new ArrayList<>(works.size());
    for (Work work : works.values()) {
      if (work.news) {
        commits.add(new ShedCommit(work.next, work.consequences));
      }
    }
    if (commits.isEmpty() && refusals.isEmpty()) {
      return true;
    }
    PatientLedger.Result result = ledger.commit(commits, refusals);
    for (PatientLedger.Failure failure : result.failures()) {
      ShedAddress shed = failure.shed();
      LOG.error("shed stopped shed={}: the ledger refuses its commit", shed, failure.cause());
      stopped.add(shed);
      ShedCommit alert = new ShedCommit(book(shed), List.of(laneStopped(shed)));
      tell(ledger.commit(List.of(alert), List.of()).told());
    }
    if (!result.done()) {
      return false;
    }
    for (ShedCommit commit : commits) {
      ShedAddress shed = commit.next().shed();
      if (result.failures().stream().noneMatch(failure -> failure.shed().equals(shed))) {
        receipts.moved(book(shed), commit.next());
        books.put(shed, commit.next());
        tools.feed().shed(commit.next().live());
      }
    }
    tell(result.told());
    return true;
  }

  private void tell(Told told) {
    told.alerts().forEach(tools.feed()::alert);
    told.incidents().forEach(tools.feed()::incident);
    told.orders().forEach(order -> tools.publisher().publish(order.shed(), order.command()));
  }
}
