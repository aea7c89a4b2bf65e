package io.shedwatch.server.alert;

import java.time.Instant;

/**
 * What a person wrote about something.
 *
 * @param about id of the alert or incident
 * @param text at most 2,000 characters
 */
public record Remark(String about, String by, Instant at, String text) {}
