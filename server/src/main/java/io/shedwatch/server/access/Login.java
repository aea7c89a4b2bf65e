package io.shedwatch.server.access;

/**
 * Somebody who is logged in.
 *
 * @param expiresAt epoch milliseconds; moves on while the login is used
 */
record Login(String user, Role role, long expiresAt) {}
