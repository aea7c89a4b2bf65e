/**
 * Who was turned away: an estimate from what sheds see.
 *
 * <p>In: sessions, the hours in which a shed was not seen, where buildings and sheds are. Out:
 * expected numbers of turned-away bikes by building and hour with intervals. Never done here:
 * anything about a person. Whoever shows the numbers leaves groups under ten households out.
 * Everything without a prefix is mathematics; {@code docs/pressure.md} has derivations and what
 * they are worth.
 */
@NullMarked
package io.shedwatch.server.pressure;

import org.jspecify.annotations.NullMarked;
