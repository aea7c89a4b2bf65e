/**
 * What a socket is used for: free, charging, finished, tripped, faulted or disabled.
 *
 * <p>In come samples, trips, resets and people's orders; out go the next state, where the relay is
 * to stand, and the moment a usage began when that lies back. All pure: time is an argument, state
 * is a value. Never done here: switching, storing, telling, and any judgement of danger.
 */
@NullMarked
package io.shedwatch.edge.usage;

import org.jspecify.annotations.NullMarked;
