/**
 * Patrols (巡查): where to walk tonight, along which way, and what was found there.
 *
 * <p>In: the pressure of buildings by hour, earlier findings, positions. Out: ranked buildings with
 * the window and the reason, a route, the record of findings, which change the next ranking. Never
 * done here: anything about a person; a finding is a number of wires at a building.
 */
@NullMarked
package io.shedwatch.server.patrol;

import org.jspecify.annotations.NullMarked;
