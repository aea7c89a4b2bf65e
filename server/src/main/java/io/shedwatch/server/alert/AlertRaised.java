package io.shedwatch.server.alert;

import io.shedwatch.contract.ShedAddress;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A condition began.
 *
 * @param alert derived from what raised it, so that a repetition is the same row
 * @param rule which rule holds it true
 * @param kind what exactly, in the rule's words
 * @param socket empty for the whole shed
 * @param alarm the edge's id, where an edge alarm is behind it
 * @param measured {@code NaN}: not told
 * @param limit {@code NaN}: not told
 * @param raisedAt epoch milliseconds
 * @param past whether a newer occurrence of the same subject is active already: a row of history
 *     that never holds the occurrence
 */
public record AlertRaised(
    String alert,
    String rule,
    String kind,
    Severity severity,
    ShedAddress shed,
    OptionalInt socket,
    Optional<String> alarm,
    double measured,
    double limit,
    boolean relayOpened,
    long raisedAt,
    boolean past) {
  /** The same as history: never active. */
  public AlertRaised asPast() {
    return new AlertRaised(
        alert,
        rule,
        kind,
        severity,
        shed,
        socket,
        alarm,
        measured,
        limit,
        relayOpened,
        raisedAt,
        true);
  }

  /** Rule and subject: unique while active. */
  public String occurrence() {
    return rule + "|" + kind + "|" + subject();
  }

  /** What it is about; also the key under which alerts join one incident. */
  public String subject() {
    return socket.isPresent() ? shed + "/" + socket.getAsInt() : shed.toString();
  }
}
