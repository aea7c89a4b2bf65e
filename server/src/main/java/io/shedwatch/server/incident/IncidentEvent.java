package io.shedwatch.server.incident;

/**
 * One entry of the permanent record.
 *
 * @param at epoch milliseconds at the server
 * @param event opened, joined, cleared, notified, acknowledged, assigned, commented, evidence,
 *     resolved, closed or reopened
 * @param who a user, or {@code edge} or {@code server}
 * @param detail JSON text; personal text and photos appear as digests only
 * @param cause derived from what caused it; a second event of the same cause is a no-op
 */
public record IncidentEvent(
    String incident, long at, String event, String who, String detail, String cause) {}
