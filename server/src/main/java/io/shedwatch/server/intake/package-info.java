/**
 * From the broker to a committed consequence: lanes, the pure step with its plan, the runner that\n
 * * carries plans out. Nobody imports this room but the main.
 */
@NullMarked
package io.shedwatch.server.intake;

import org.jspecify.annotations.NullMarked;
