/**
 * Incidents (事件): the permanent record. Append-only; each event carries the hash of the one before.
 *
 * <p>In come alerts that matter and what people did; out go rows that are never changed again. A
 * clear never resolves an incident: a person does.
 */
@NullMarked
package io.shedwatch.server.incident;

import org.jspecify.annotations.NullMarked;
