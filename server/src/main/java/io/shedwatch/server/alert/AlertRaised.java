package io.shedwatch.server.alert;

import io.shedwatch.server.site.Site;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A condition began. Made by {@link #of} and what is to be added to it.
 *
 * @param alert derived from what raised it, so that a repetition is the same row
 * @param raisedAt epoch milliseconds
 * @param past whether a newer occurrence of the same subject is active already: a row of history
 *     that never holds the occurrence
 */
public record AlertRaised(
    String alert,
    Cause cause,
    Severity severity,
    Subject subject,
    Finding finding,
    long raisedAt,
    boolean past) {
  /** The rule of what is only practised. */
  public static final String DRILL = "drill";

  /**
   * Who holds it true.
   *
   * @param rule which rule
   * @param version of the parameters that it was judged by
   * @param kind what exactly, in the rule's words
   * @param alarm the edge's id, where an edge alarm is behind it
   */
  public record Cause(String rule, int version, String kind, Optional<String> alarm) {}

  /**
   * What is told of it.
   *
   * @param measured {@code NaN}: not told
   * @param limit {@code NaN}: not told
   * @param words what a person should read besides, in both languages
   */
  public record Finding(
      double measured, double limit, boolean relayOpened, Optional<Site.Name> words) {
    static final Finding NOTHING = new Finding(Double.NaN, Double.NaN, false, Optional.empty());
  }

  /** An alert whose kind is its rule's word, without numbers. */
  public static AlertRaised of(
      String alert, String rule, Severity severity, Subject subject, long raisedAt) {
    Cause cause = new Cause(rule, 1, rule, Optional.empty());
    return new AlertRaised(alert, cause, severity, subject, Finding.NOTHING, raisedAt, false);
  }

  /** The same of a kind of its own. */
  public AlertRaised ofKind(String kind) {
    return with(new Cause(cause.rule, cause.version, kind, cause.alarm));
  }

  /** The same, judged by that version of its rule. */
  public AlertRaised by(int version) {
    return with(new Cause(cause.rule, version, cause.kind, cause.alarm));
  }

  /** The same, raised for an alarm of the edge. */
  public AlertRaised forAlarm(String alarm) {
    return with(new Cause(cause.rule, cause.version, cause.kind, Optional.of(alarm)));
  }

  /** The same with what was measured, in the rule's unit. */
  public AlertRaised measuring(double value, double bound) {
    return with(new Finding(value, bound, finding.relayOpened, finding.words));
  }

  /** The same, saying whether the edge has opened a relay. */
  public AlertRaised relayOpened(boolean opened) {
    return with(new Finding(finding.measured, finding.limit, opened, finding.words));
  }

  /** The same with words of its own. */
  public AlertRaised saying(Site.Name words) {
    return with(
        new Finding(finding.measured, finding.limit, finding.relayOpened, Optional.of(words)));
  }

  /** The same after it got worse. */
  public AlertRaised worse(AlertWorsened worse) {
    return new AlertRaised(alert, cause, worse.severity(), subject, finding, raisedAt, past)
        .measuring(worse.measured(), worse.limit());
  }

  /** The same as history: never active. */
  public AlertRaised asPast() {
    return new AlertRaised(alert, cause, severity, subject, finding, raisedAt, true);
  }

  private AlertRaised with(Cause other) {
    return new AlertRaised(alert, other, severity, subject, finding, raisedAt, past);
  }

  private AlertRaised with(Finding other) {
    return new AlertRaised(alert, cause, severity, subject, other, raisedAt, past);
  }

  public String rule() {
    return cause.rule;
  }

  public String kind() {
    return cause.kind;
  }

  public OptionalInt socket() {
    return subject.socket();
  }

  /** Rule and subject: unique while active. */
  public String occurrence() {
    return cause.rule + "|" + cause.kind + "|" + subject.key();
  }
}
