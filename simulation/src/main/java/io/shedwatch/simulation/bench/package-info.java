/**
 * Measurements of single parts, run by hand with JMH; docs/benchmarks.md has commands and figures.
 *
 * <p>Nothing comes in but the parts themselves; out go tables of nanoseconds. Never asserted: a
 * time in a test would be a test of the machine.
 */
@NullMarked
package io.shedwatch.simulation.bench;

import org.jspecify.annotations.NullMarked;
