/**
 * Towns whose turned-away people are known, to judge the server's estimate of them. Nothing here
 * knows how the estimate is made: they share a list of sessions and a map, no code.
 */
@NullMarked
package io.shedwatch.simulation.truth;

import org.jspecify.annotations.NullMarked;
