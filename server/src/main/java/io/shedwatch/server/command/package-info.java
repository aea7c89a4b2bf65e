/** A person's orders to sockets: stored, published until outcome or expiry. */
@NullMarked
package io.shedwatch.server.command;

import org.jspecify.annotations.NullMarked;
