package io.shedwatch.server.alert;

/**
 * A condition ended.
 *
 * @param at epoch milliseconds
 * @param why one clause for staff; empty where the agent cleared its own alarm
 */
public record AlertCleared(String alert, long at, String why) {}
