package io.shedwatch.server.alert;

import io.shedwatch.server.site.Site;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A condition began.
 *
 * @param alert derived from what raised it, so that a repetition is the same row
 * @param rule which rule holds it true
 * @param ruleVersion of the parameters that it was judged by
 * @param kind what exactly, in the rule's words
 * @param alarm the edge's id, where an edge alarm is behind it
 * @param measured {@code NaN}: not told
 * @param limit {@code NaN}: not told
 * @param raisedAt epoch milliseconds
 * @param past whether a newer occurrence of the same subject is active already: a row of history
 *     that never holds the occurrence
 * @param detail what a person should read besides, in both languages
 */
public record AlertRaised(
    String alert,
    String rule,
    int ruleVersion,
    String kind,
    Severity severity,
    Subject subject,
    Optional<String> alarm,
    double measured,
    double limit,
    boolean relayOpened,
    long raisedAt,
    boolean past,
    Optional<Site.Name> detail) {
  /** One without words of its own. */
  public AlertRaised(
      String alert,
      String rule,
      int ruleVersion,
      String kind,
      Severity severity,
      Subject subject,
      Optional<String> alarm,
      double measured,
      double limit,
      boolean relayOpened,
      long raisedAt,
      boolean past) {
    this(
        alert,
        rule,
        ruleVersion,
        kind,
        severity,
        subject,
        alarm,
        measured,
        limit,
        relayOpened,
        raisedAt,
        past,
        Optional.empty());
  }

  /** An alert whose kind is its rule's word, without numbers. */
  public static AlertRaised of(
      String alert, String rule, Severity severity, Subject subject, long raisedAt) {
    return new AlertRaised(
        alert,
        rule,
        1,
        rule,
        severity,
        subject,
        Optional.empty(),
        Double.NaN,
        Double.NaN,
        false,
        raisedAt,
        false);
  }

  /** The same with what was measured, in the rule's unit. */
  public AlertRaised measuring(double value, double bound) {
    return new AlertRaised(
        alert,
        rule,
        ruleVersion,
        kind,
        severity,
        subject,
        alarm,
        value,
        bound,
        relayOpened,
        raisedAt,
        past,
        detail);
  }

  /** The same after it got worse. */
  public AlertRaised worse(AlertWorsened worse) {
    return new AlertRaised(
        alert,
        rule,
        ruleVersion,
        kind,
        worse.severity(),
        subject,
        alarm,
        worse.measured(),
        worse.limit(),
        relayOpened,
        raisedAt,
        past,
        detail);
  }

  /** The same, judged by that version of its rule. */
  public AlertRaised by(int version) {
    return new AlertRaised(
        alert,
        rule,
        version,
        kind,
        severity,
        subject,
        alarm,
        measured,
        limit,
        relayOpened,
        raisedAt,
        past,
        detail);
  }

  /** The same as history: never active. */
  public AlertRaised asPast() {
    return new AlertRaised(
        alert,
        rule,
        ruleVersion,
        kind,
        severity,
        subject,
        alarm,
        measured,
        limit,
        relayOpened,
        raisedAt,
        true,
        detail);
  }

  /** The same with words of its own. */
  public AlertRaised saying(Site.Name words) {
    return new AlertRaised(
        alert,
        rule,
        ruleVersion,
        kind,
        severity,
        subject,
        alarm,
        measured,
        limit,
        relayOpened,
        raisedAt,
        past,
        Optional.of(words));
  }

  public OptionalInt socket() {
    return subject.socket();
  }

  /** Rule and subject: unique while active. */
  public String occurrence() {
    return rule + "|" + kind + "|" + subject.key();
  }
}
