/**
 * Duty (值班): who is reached when and how, what one shift hands to the next, and rounds that are
 * due.
 *
 * <p>In come contacts, shifts, leaders of grids, notes and rounds; out goes who is to be reached at
 * a time and what is open. Never done here: telling anybody anything.
 */
@NullMarked
package io.shedwatch.server.duty;

import org.jspecify.annotations.NullMarked;
