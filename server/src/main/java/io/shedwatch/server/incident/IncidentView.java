package io.shedwatch.server.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One incident as rows, REST and server-sent events carry it; severity and state as their words.
 *
 * @param party staff, or who outside has it
 * @param dueAt until when it is to be done
 * @param way on-the-spot or outside; empty while nobody decided
 */
public record IncidentView(
    String incident,
    String kind,
    String severity,
    Optional<String> shed,
    OptionalInt socket,
    Optional<String> building,
    Instant openedAt,
    String state,
    Optional<String> assignedTo,
    Optional<String> party,
    Optional<Instant> dueAt,
    Optional<String> way) {}
