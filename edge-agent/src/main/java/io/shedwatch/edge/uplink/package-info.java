/**
 * The way of one shed's messages to the broker and back.
 *
 * <p>In come the spool's messages, the server's receipts, commands and limits, and what happens to
 * the connection; out go publishes in the order that the contract wants, and orders to the loop.
 * What is sent next, what again and what is set aside is decided by rules that touch nothing
 * ({@link io.shedwatch.edge.uplink.SendWindow}, {@link io.shedwatch.edge.uplink.Link}); the
 * messaging library is behind {@link io.shedwatch.edge.uplink.Dialer}. Never done here: deciding
 * about power, and deleting anything that the server's receipt does not cover.
 */
@NullMarked
package io.shedwatch.edge.uplink;

import org.jspecify.annotations.NullMarked;
