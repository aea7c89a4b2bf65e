package io.shedwatch.server.incident;

import java.util.Optional;

/**
 * An event as it stands in the chain.
 *
 * @param text what the person wrote; empty where nothing was written, or it was erased
 */
public record StoredEvent(
    long number, IncidentEvent event, Optional<String> text, String previousHash, String hash) {}
