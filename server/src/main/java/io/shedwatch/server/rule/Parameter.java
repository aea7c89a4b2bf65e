package io.shedwatch.server.rule;

/**
 * One number that officers may change.
 *
 * @param name with its unit
 * @param usual the built-in value
 * @param evidence where the built-in value comes from, one clause
 */
public record Parameter(
    String name, double usual, double lowest, double highest, String evidence) {}
