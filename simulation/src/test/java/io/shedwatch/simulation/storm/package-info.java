/**
 * The whole system on a virtual clock, in weather: many sheds with real agents, a broker and a
 * network that lose, repeat, delay and reorder, a server with its real intake, and crashes, full
 * disks, clocks that are set, stores that are away. One seed replays a run.
 */
@org.jspecify.annotations.NullMarked
package io.shedwatch.simulation.storm;
