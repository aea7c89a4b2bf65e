package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Reading;
import java.util.List;

/**
 * What the loop has to tell the server; written by the loop, kept by the spool until it is stored.
 *
 * <p>All times are epoch milliseconds at the place. No method throws because a disk is full or
 * broken: protecting goes on, and the spool says so by its own means. Called by one thread, the
 * loop's.
 */
public interface Outbox {
  /**
   * Sockets that changed, or an empty list as a heartbeat. May be committed some seconds later.
   *
   * @param at time of measurement; lies up to minutes back when a usage is dated back to the moment
   *     that began it (a charge is known to be finished two minutes after it was), and such a
   *     message is followed by one of the present
   */
  void readings(long at, List<Reading> readings);

  /**
   * A new alarm. On return the message and the open alarm are on disk, in one transaction that drew
   * the seq; the id is {@code boot-seq}.
   */
  AlarmId raise(long at, Fact fact);

  /**
   * The end of open alarms, one message each, on disk on return. An id that is not open is ignored.
   */
  void clear(long at, List<AlarmId> alarms);

  /**
   * What became of a command, on disk on return; the same transaction ends it in {@link
   * Memory#unfinished()}.
   *
   * @param reason empty when done
   */
  void outcome(long at, CommandId command, CommandResult result, String reason);

  /** The open alarms of this and earlier boots, oldest first. */
  List<OpenAlarm> open();
}
