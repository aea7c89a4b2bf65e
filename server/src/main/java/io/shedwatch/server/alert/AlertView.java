package io.shedwatch.server.alert;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/** One alert as rows, REST and server-sent events carry it. */
public record AlertView(
    String alert,
    String rule,
    String kind,
    Severity severity,
    Optional<String> shed,
    OptionalInt socket,
    AlertState state,
    Instant raisedAt,
    Optional<Instant> clearedAt,
    Optional<String> clearedWhy,
    Optional<String> acknowledgedBy,
    Optional<String> assignedTo,
    Optional<String> inhibitedBy,
    Optional<String> incident,
    double measured,
    double limit,
    boolean relayOpened,
    Optional<Instant> acknowledgedAt,
    Optional<Shelving> shelved) {}
