package io.shedwatch.server.incident;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;

/**
 * Something bad enough to open an incident, or to join the one that is open under its key.
 *
 * @param id the incident's, should it open one; also the stem of the event's cause
 * @param openKey of the subject, see {@link Subject#key}; one open incident each
 * @param subject a socket, a shed, a building, or the site itself
 * @param at epoch milliseconds at the place
 * @param who {@code edge} or {@code server}, or the user of a manual entry
 * @param detail JSON text of the event
 */
public record Occasion(
    String id,
    String openKey,
    String kind,
    Severity severity,
    Subject subject,
    long at,
    String who,
    String detail) {}
