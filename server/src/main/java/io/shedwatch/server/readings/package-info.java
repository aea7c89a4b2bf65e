/**
 * Where readings are kept. In come readings in any order, also twice ({@link
 * io.shedwatch.server.readings.ReadingSink}); out go series for charts ({@link
 * io.shedwatch.server.readings.ReadingHistory}). Between them: one bounded queue with one writer,
 * an on-disk spool for the time a store is away, the port {@link
 * io.shedwatch.server.readings.ReadingStore} with its adapters, roll-ups and retention. Nothing is
 * judged here, and nothing that was taken is ever dropped.
 */
@NullMarked
package io.shedwatch.server.readings;

import org.jspecify.annotations.NullMarked;
