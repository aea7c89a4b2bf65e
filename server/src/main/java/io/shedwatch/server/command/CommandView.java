package io.shedwatch.server.command;

import java.time.Instant;
import java.util.Optional;

/**
 * One order as rows, REST and server-sent events carry it.
 *
 * @param action the word of {@link io.shedwatch.contract.CommandAction}
 * @param result the word of {@link io.shedwatch.contract.CommandResult}; empty while nobody knows
 * @param outcomeAt when the edge's word came; empty for an order that expired without one
 */
public record CommandView(
    String command,
    String shed,
    int socket,
    String action,
    String by,
    Instant at,
    Instant expiresAt,
    Optional<String> result,
    Optional<String> reason,
    Optional<Instant> outcomeAt) {}
