/**
 * The rule fly-line-pressure: where everything in reach is full now, who is turned away meanwhile,
 * and where to send people.
 *
 * <p>In: the board, forecasts, the mean week of the pressure map. Out: alerts with their words.
 * Never done here: naming a shed that nobody hears, a building under ten households, or a person.
 */
@NullMarked
package io.shedwatch.server.patrol.pressed;

import org.jspecify.annotations.NullMarked;
