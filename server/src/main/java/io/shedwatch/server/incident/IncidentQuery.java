package io.shedwatch.server.incident;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Which incidents; what is empty does not restrict.
 *
 * @param open whether closed and resolved ones are left out, or are all there is
 * @param from opened at or after
 * @param to opened before
 * @param text what somebody wrote about it, at least two characters
 * @param way on-the-spot or outside
 * @param overdueAt open, and was to be done by then
 */
public record IncidentQuery(
    Set<String> states,
    Set<String> severities,
    Optional<String> kind,
    Optional<String> shed,
    Optional<Integer> socket,
    Optional<String> building,
    Optional<Boolean> open,
    Optional<Instant> from,
    Optional<Instant> to,
    Optional<String> text,
    Optional<String> way,
    Optional<Instant> overdueAt) {}
