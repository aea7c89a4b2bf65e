package io.shedwatch.server.rule;

/**
 * How a condition becomes an alert and ends, in the names of OPC UA Part 9.
 *
 * @param onDelayMillis the condition holds for this before the alert is raised
 * @param offDelayMillis the condition is gone for this before the alert is cleared
 * @param deadband a raised alert ends only when the value is beyond its limit by this, in the
 *     rule's unit
 */
public record Timing(long onDelayMillis, long offDelayMillis, double deadband) {}
