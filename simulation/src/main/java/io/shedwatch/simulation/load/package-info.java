/**
 * Load that speaks the contract for any number of sheds, open loop: each message has a due time,
 * and a slow server makes it late instead of fewer. Comes with the watch that times alarms from
 * their publication to the server-sent event. Shares no code with the server but the words on the
 * wire.
 */
@NullMarked
package io.shedwatch.simulation.load;

import org.jspecify.annotations.NullMarked;
