package io.shedwatch.server.intake.step;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.AlertWorsened;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.rule.Finding;
import io.shedwatch.server.rule.ShedWatch;
import java.util.List;
import java.util.OptionalInt;

/** The rules that judge readings, fed in the order of boots and seqs; findings become alerts. */
final class WatchRules {
  /** Readings that are older when they come are history: time does not go on from them. */
  private static final long HISTORY_MILLIS = 30_000;

  /** A reading that would have said otherwise may be on its way for this long. */
  private static final long SLACK_MILLIS = 2_000;

  private WatchRules() {}

  static void judge(Draft draft, Waiting readings) {
    ShedWatch.Turn turn = draft.watch.next(readings.readings(), readings.at(), draft.rules.scene());
    boolean history = draft.now - readings.at() > HISTORY_MILLIS;
    draft.watch = turn.next().heard(draft.now, history);
    turn.findings().forEach(finding -> tell(draft, finding));
  }

  /**
   * What time alone raises; empty findings where that is nothing. Only while the server has
   * listened since the newest reading: after a break what would have said otherwise may wait at the
   * broker.
   */
  static ShedWatch.Turn idle(ShedBook book, ShedEvent.Tick tick, StepRules rules) {
    ShedWatch watch = book.watch();
    if (!watch.waits() || tick.listeningSince() > watch.heardAt()) {
      return new ShedWatch.Turn(watch, List.of());
    }
    return watch.idle(tick.now(), SLACK_MILLIS, rules.scene());
  }

  static void tell(Draft draft, Finding finding) {
    String alert = alert(draft.shed(), finding);
    switch (finding.what()) {
      case RAISED ->
          draft.add(
              new Consequence.Raised(
                  AlertRaised.of(
                          alert,
                          finding.rule().word(),
                          finding.severity(),
                          Subject.of(draft.shed(), OptionalInt.of(finding.socket())),
                          finding.at())
                      .measuring(finding.measured(), finding.limit())
                      .by(draft.ruleVersion(finding.rule())),
                  draft.now));
      case WORSENED ->
          draft.add(
              new Consequence.Worsened(
                  new AlertWorsened(
                      alert, finding.severity(), finding.measured(), finding.limit(), finding.at()),
                  draft.now));
      case CLEARED ->
          draft.add(new Consequence.Cleared(new AlertCleared(alert, finding.at(), ""), draft.now));
    }
  }

  /** Named after the rule, the socket and the moment, so that the same readings name the same. */
  static String alert(ShedAddress shed, Finding finding) {
    return shed.site()
        + "-"
        + shed.shed()
        + "-"
        + finding.rule().word()
        + "-"
        + finding.socket()
        + "-"
        + finding.raisedAt();
  }
}
