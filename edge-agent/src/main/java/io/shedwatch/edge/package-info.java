/**
 * The box in the shed: settings, the loop that samples and decides, and the ports it calls.
 *
 * <p>In come samples of meters, commands and limits; out go relay orders and, through the {@link
 * Outbox}, readings, alarms and outcomes. Power is decided here, from fast samples and without a
 * network. Never done here: MQTT, SQLite, Modbus (rooms {@code uplink}, {@code spool}, {@code
 * meter}), and any rule about alerts or incidents, which are the server's.
 */
@NullMarked
package io.shedwatch.edge;

import org.jspecify.annotations.NullMarked;
