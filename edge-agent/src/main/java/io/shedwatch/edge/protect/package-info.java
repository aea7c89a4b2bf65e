/**
 * What is dangerous at a socket, judged sample by sample.
 *
 * <p>In come samples, relay positions and limits; out go verdicts: raise or clear an alarm, and
 * whether a relay has to open. All pure: time is an argument, state is a value. Never done here:
 * switching, storing, telling; and never is any of this presented as the protective device: the
 * breaker, the residual-current device and the fuse protect.
 */
@NullMarked
package io.shedwatch.edge.protect;

import org.jspecify.annotations.NullMarked;
