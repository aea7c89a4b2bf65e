package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Commits however long it takes: while the ledger is away the same is tried again, and a commit
 * that the ledger refuses is taken apart to find the shed that is to blame.
 */
final class PatientLedger {
  private static final Logger LOG = LoggerFactory.getLogger(PatientLedger.class);

  private static final long FIRST_PAUSE_MILLIS = 50;
  private static final long LONGEST_PAUSE_MILLIS = 2_000;

  private final Ledger ledger;
  private final LaneMeters meters;
  private final CountDownLatch stopping = new CountDownLatch(1);

  PatientLedger(Ledger ledger, LaneMeters meters) {
    this.ledger = ledger;
    this.meters = meters;
  }

  /** A shed whose commit the ledger refuses for good. */
  record Failure(ShedAddress shed, Exception cause) {}

  /**
   * @param done whether everything but the failures is committed; false while stopping
   */
  record Result(boolean done, Told told, List<Failure> failures) {}

  void stop() {
    stopping.countDown();
  }

  Result commit(List<ShedCommit> sheds, List<Refusal> strangers) throws InterruptedException {
    try {
      return untilThere(sheds, strangers);
    } catch (Ledger.Unable | RuntimeException e) {
      if (sheds.size() == 1 && strangers.isEmpty()) {
        return new Result(true, Told.NOTHING, List.of(new Failure(sheds.get(0).next().shed(), e)));
      }
      LOG.warn("commit refused, trying shed by shed sheds={}", sheds.size(), e);
      return oneByOne(sheds, strangers);
    }
  }

  private Result untilThere(List<ShedCommit> sheds, List<Refusal> strangers)
      throws InterruptedException, Ledger.Unable {
    long pause = FIRST_PAUSE_MILLIS;
    boolean away = false;
    while (true) {
      try {
        Told told = ledger.commit(sheds, strangers);
        if (away) {
          LOG.info("ledger is back");
        }
        return new Result(true, told, List.of());
      } catch (Ledger.Away e) {
        meters.ledgerAway();
        if (!away) {
          LOG.warn("ledger is away, lane waits", e);
        }
        away = true;
      }
      long jittered = pause / 2 + ThreadLocalRandom.current().nextLong(pause);
      if (stopping.await(jittered, TimeUnit.MILLISECONDS)) {
        return new Result(false, Told.NOTHING, List.of());
      }
      pause = Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
    }
  }

  private Result oneByOne(List<ShedCommit> sheds, List<Refusal> strangers)
      throws InterruptedException {
    List<AlertView> alerts = new ArrayList<>();
    List<IncidentView> incidents = new ArrayList<>();
    List<Told.Order> orders = new ArrayList<>();
    List<Failure> failures = new ArrayList<>();
    for (ShedCommit shed : sheds) {
      Result one = commit(List.of(shed), List.of());
      if (!one.done()) {
        return one;
      }
      alerts.addAll(one.told().alerts());
      incidents.addAll(one.told().incidents());
      orders.addAll(one.told().orders());
      failures.addAll(one.failures());
    }
    if (!strangers.isEmpty()) {
      try {
        untilThere(List.of(), strangers);
      } catch (Ledger.Unable | RuntimeException e) {
        // Nothing but a note for staff is lost with it.
        LOG.warn("refused messages cannot be kept count={}", strangers.size(), e);
      }
    }
    return new Result(true, new Told(alerts, incidents, orders), failures);
  }
}
