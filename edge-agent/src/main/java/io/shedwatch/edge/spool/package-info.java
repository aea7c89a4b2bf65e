/**
 * What one shed has to tell and must not forget: one SQLite file.
 *
 * <p>In come the loop's readings, alarms, outcomes and memory ({@link io.shedwatch.edge.Outbox},
 * {@link io.shedwatch.edge.Memory}) and the server's receipts; out go the messages that the uplink
 * still has to deliver ({@link io.shedwatch.edge.uplink.Backlog}). A message leaves only because a
 * receipt covers it, or because the bound is reached: then it is declared as dropped. Never done
 * here: sending, and deciding about power.
 */
@NullMarked
package io.shedwatch.edge.spool;

import org.jspecify.annotations.NullMarked;
