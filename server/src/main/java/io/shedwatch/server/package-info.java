/** The control room: the main starts the rooms in order and stops them in reverse. */
@NullMarked
package io.shedwatch.server;

import org.jspecify.annotations.NullMarked;
