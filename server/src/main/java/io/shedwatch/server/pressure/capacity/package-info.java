/**
 * What more sockets, or bikes moved when full, would be worth: evenings are played again with the
 * estimated demand and the measured lengths of stays.
 *
 * <p>In: demand by group and hour, stays, limits. Out: where to put sockets and how many fewer are
 * turned away. Pure; a shed alone with steady demand gives Erlang's loss formula (a test).
 */
@NullMarked
package io.shedwatch.server.pressure.capacity;

import org.jspecify.annotations.NullMarked;
