/**
 * The words on the wire: identities, the messages of the seven channels, topics and the codec.
 *
 * <p>In come bytes and topics that anybody may have sent; out go messages, or a {@link Rejected}
 * with its reason: decoding never throws on a stranger's mistake. Nothing here does I/O, reads a
 * clock or knows a framework. The edge agent, the server and the simulation share this package and
 * nothing else.
 */
@NullMarked
package io.shedwatch.contract;

import org.jspecify.annotations.NullMarked;
