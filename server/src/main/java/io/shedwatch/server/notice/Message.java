package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;

/**
 * What a notice says.
 *
 * @param severity the worst of what it tells
 * @param title one line
 * @param body for people
 * @param facts for programs: JSON text of an array, one object an alert
 */
record Message(Severity severity, boolean drill, String title, String body, String facts) {}
