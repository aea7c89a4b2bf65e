/**
 * The demonstration: the town on the agents' clock, one edge agent process with one connection a
 * shed, and the days before as the backlog of agents that had been offline. In comes the address of
 * a running server; out go messages over real MQTT, and lines of progress. The server is treated as
 * a stranger: its site is read over HTTP.
 */
@NullMarked
package io.shedwatch.simulation.demo;

import org.jspecify.annotations.NullMarked;
