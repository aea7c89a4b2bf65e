package io.shedwatch.server.forecast;

/**
 * A time to come with the interval that holds it four times in five; epoch milliseconds.
 *
 * @param at as likely earlier as later
 */
public record Expected(long at, long from, long to) {}
