/**
 * What is done again and again: one thread a room that looks every so often, is told the time, and
 * goes on after whatever went wrong. In come a look and its pace, out goes nothing. Knows no room.
 */
@NullMarked
package io.shedwatch.server.loop;

import org.jspecify.annotations.NullMarked;
