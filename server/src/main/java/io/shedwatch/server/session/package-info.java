/**
 * Charging sessions (充电会话): a pure fold of readings in seq order, and the table of them.
 *
 * <p>In come the readings of one socket, each once, in the order of their seq; out go rows of
 * sessions whose ids derive from the reading that started them. Never done here: judging whether a
 * socket is charging (the edge agent sees every sample and says so).
 */
@NullMarked
package io.shedwatch.server.session;

import org.jspecify.annotations.NullMarked;
