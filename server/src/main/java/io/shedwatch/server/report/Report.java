package io.shedwatch.server.report;

import java.time.Instant;
import java.util.Optional;

/**
 * A sighting of a fly-line.
 *
 * @param code with which the reporter reads the answer
 * @param place in the reporter's words: which stairs, which floor
 * @param state of its incident: open, acknowledged, resolved or closed
 * @param answer what staff told the reporter
 */
record Report(
    String code,
    String building,
    String place,
    String note,
    boolean photo,
    String incident,
    Instant reportedAt,
    String state,
    Optional<String> answer,
    Optional<Instant> answeredAt) {}
