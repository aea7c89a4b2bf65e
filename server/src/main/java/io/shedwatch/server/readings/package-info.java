/**
 * Where readings are kept: the port {@link io.shedwatch.server.readings.ReadingStore}, its InfluxDB
 * and\n * SQLite adapters, roll-ups, retention, and the on-disk spool for the time a store is away.
 * In come\n * readings in any order, also twice; out go series for charts. Nothing is judged here.
 */
@NullMarked
package io.shedwatch.server.readings;

import org.jspecify.annotations.NullMarked;
