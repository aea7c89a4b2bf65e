/**
 * Notices (通知): who is told of an alert, when, and what became of it.
 *
 * <p>In come transitions of alerts, out of the outbox that was written in the alert's own
 * transaction, and the routes of the officers; out go messages over couriers and a list of what was
 * sent when. Never done here: deciding that something is an alert, or who is on duty.
 *
 * <p>A route is a line: at most one message of it is on its way. What is to be told meanwhile waits
 * and then goes as one message, so a burst of any size is a few messages.
 */
@NullMarked
package io.shedwatch.server.notice;

import org.jspecify.annotations.NullMarked;
