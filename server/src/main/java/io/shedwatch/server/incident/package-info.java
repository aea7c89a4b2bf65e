/**
 * Incidents (事件): the permanent record. Append-only; each event carries the hash of the one before.
 */
@NullMarked
package io.shedwatch.server.incident;

import org.jspecify.annotations.NullMarked;
