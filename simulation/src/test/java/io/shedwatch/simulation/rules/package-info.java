@NullMarked
package io.shedwatch.simulation.rules;

import org.jspecify.annotations.NullMarked;
