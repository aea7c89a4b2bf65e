/**
 * Before and after: what a measure (a price, a notice, sockets) did to some sheds, against others
 * that it cannot reach.
 *
 * <p>In: counts by shed and day. Out: a change in percent with an interval, or why there is none.
 * Never done here: reading tables, and choosing which sheds are out of reach. Pure.
 */
@NullMarked
package io.shedwatch.server.pressure.effect;

import org.jspecify.annotations.NullMarked;
