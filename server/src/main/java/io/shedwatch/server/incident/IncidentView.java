package io.shedwatch.server.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One incident as rows, REST and server-sent events carry it; severity and state as their words.
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
    Optional<String> assignedTo) {}
