package io.shedwatch.server.access;

import java.time.Instant;

/**
 * One change that a logged-in person asked for.
 *
 * @param number grows with time; 0 before it is stored
 * @param status the HTTP status it was answered with: refusals are kept too
 */
record StaffAction(
    long number, Instant at, String user, String address, String method, String path, int status) {}
