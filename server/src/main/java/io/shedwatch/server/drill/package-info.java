/**
 * Drills (演练): practice incidents, marked as such everywhere, and how fast people were.
 *
 * <p>In comes an officer's word; out go a marked alert and incident that take the way of real ones.
 * Never done here: opening a relay. No command is ever made of a drill.
 */
@NullMarked
package io.shedwatch.server.drill;

import org.jspecify.annotations.NullMarked;
