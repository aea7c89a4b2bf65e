/**
 * Couriers: how one message leaves the building. In comes a letter and where it goes; out goes what
 * became of it, as a value: delivered, to be tried later, or refused.
 *
 * <p>Never done here: deciding who is told, how often, or when to try again. What a robot's message
 * looks like and what its answer means is pure; only the classes with a prefix touch the network.
 */
@NullMarked
package io.shedwatch.server.notice.courier;

import org.jspecify.annotations.NullMarked;
