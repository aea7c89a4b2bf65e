/**
 * Users (staff, officers, admins), their logins, and the audit of what they did.
 *
 * <p>In come names, passwords and cookies; out go who asks and with which role, or a refusal. What
 * a route needs stands at the route ({@code @Secured}); nothing here knows a route of another room.
 * Passwords and tokens are kept as hashes and never logged.
 */
@NullMarked
package io.shedwatch.server.access;

import org.jspecify.annotations.NullMarked;
