package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import java.time.Instant;
import java.util.Optional;

/**
 * One thing that a route is to be told.
 *
 * @param alert as it is now
 * @param late whether the alert was raised long before it arrived
 * @param escalated whether it is told because nobody took it
 * @param toldRaise whether this route was told of the alert while it was active
 * @param incidentTold the last message of this route about the same incident, where there is one
 */
record Task(
    long task,
    Transition transition,
    AlertFact alert,
    boolean late,
    boolean escalated,
    boolean toldRaise,
    Optional<IncidentTold> incidentTold) {
  /** When a route was told of an incident last, and how bad it was then. */
  record IncidentTold(Instant at, Severity worst) {}
}
