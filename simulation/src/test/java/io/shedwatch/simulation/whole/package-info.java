/**
 * The whole system, played with parts that nobody here wrote: a pymodbus server that shows measured
 * traces, the packaged edge agent and server as processes of their own, Mosquitto with accounts,
 * InfluxDB, PostgreSQL and Chromium.
 */
@NullMarked
package io.shedwatch.simulation.whole;

import org.jspecify.annotations.NullMarked;
