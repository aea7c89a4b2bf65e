/**
 * What screens see now: the board as lanes told it, the snapshot and the server-sent events.
 * Comes\n * last in the way of a message: lanes commit, acknowledge, then tell.
 */
@NullMarked
package io.shedwatch.server.live;

import org.jspecify.annotations.NullMarked;
