/**
 * How a word reaches a phone whose page is closed.
 *
 * <p>In come a word and the address that the phone gave; out goes whether it was taken. Web Push is
 * one way (RFC 8030, 8291, 8292); a gateway for text messages or for an official account would be
 * another {@link Messenger}. Never done here: deciding who is told of what, and following an
 * address of a stranger into the operator's own network.
 */
@NullMarked
package io.shedwatch.server.wish.phone;

import org.jspecify.annotations.NullMarked;
