/** Charging sessions (充电会话): a pure fold of readings in seq order, and the table of them. */
@NullMarked
package io.shedwatch.server.session;

import org.jspecify.annotations.NullMarked;
