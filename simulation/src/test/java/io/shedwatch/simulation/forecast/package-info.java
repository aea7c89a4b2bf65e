/** The forecast against measured charges and against towns whose future is known. */
@NullMarked
package io.shedwatch.simulation.forecast;

import org.jspecify.annotations.NullMarked;
