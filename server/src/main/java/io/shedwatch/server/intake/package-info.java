/**
 * From the broker to a committed consequence: lanes, the ledger that commits what a step decided,
 * and the connection to the broker.
 *
 * <p>In come bytes of any sender; out go rows, acknowledgements, receipts, and a word to the live
 * board, in this order. Decided here is nothing: package {@code step} does. Nobody imports this
 * room but the main.
 */
@NullMarked
package io.shedwatch.server.intake;

import org.jspecify.annotations.NullMarked;
