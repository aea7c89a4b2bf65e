/**
 * A person's orders to sockets, and the limits of sheds.
 *
 * <p>In come orders and outcomes; out go rows, and messages to the agents until there is an outcome
 * or the order expires. Never decided here: whether an order is safe. Protection at the edge always
 * wins.
 */
@NullMarked
package io.shedwatch.server.command;

import org.jspecify.annotations.NullMarked;
