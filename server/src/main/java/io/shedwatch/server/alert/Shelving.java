package io.shedwatch.server.alert;

import java.time.Instant;

/** An alert that somebody put aside for a time. */
public record Shelving(Instant until, String by, String why) {}
