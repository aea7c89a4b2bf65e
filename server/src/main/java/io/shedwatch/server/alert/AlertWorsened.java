package io.shedwatch.server.alert;

/**
 * A condition that is true already got worse.
 *
 * @param measured {@code NaN}: not told
 * @param limit {@code NaN}: not told
 * @param at epoch milliseconds
 */
public record AlertWorsened(
    String alert, Severity severity, double measured, double limit, long at) {}
