package io.shedwatch.edge;

import io.shedwatch.contract.Reading;
import io.shedwatch.edge.meter.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends what has changed, and at least one message a minute. */
final class Reporter {
  /** A little under a minute, since it is looked at once a second. */
  private static final long HEARTBEAT_MILLIS = 58_000;

  private final Outbox outbox;
  private long sentAt = Long.MIN_VALUE;

  Reporter(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * Tells a usage that began earlier than it was known. It carries no quantities, and lies one
   * millisecond after the sample it is dated to, so that it does not stand in that sample's place.
   */
  void datedBack(Outlet outlet, long began) {
    Reading bare =
        Report.reading(outlet.socket(), outlet.use.usage(), outlet.position(), Sample.NONE);
    outbox.readings(began + 1, List.of(bare));
  }

  /**
   * One message with the sockets that have something new. Between ticks only a changed usage or
   * relay is new enough.
   */
  void report(long now, boolean tick, List<Outlet> outlets) {
    List<Outlet> due = new ArrayList<>(0);
    List<Outlet> riding = new ArrayList<>(0);
    for (Outlet outlet : outlets) {
      if (outlet.sample.at() == Sample.NEVER && !outlet.watch.lost().on()) {
        continue; // Nothing is known yet; the board keeps what it had.
      }
      Reading reading = outlet.reading();
      Optional<Report> told = outlet.report;
      boolean changed =
          told.isEmpty()
              || told.get().told().usage() != reading.usage()
              || told.get().told().relay() != reading.relay();
      if (changed || (tick && told.get().due(reading, now))) {
        due.add(outlet);
      } else if (tick && told.get().rides(reading, now)) {
        riding.add(outlet);
      }
    }
    boolean heartbeat = tick && (sentAt == Long.MIN_VALUE || now - sentAt >= HEARTBEAT_MILLIS);
    if (due.isEmpty() && !heartbeat) {
      return;
    }
    due.addAll(riding);
    send(now, due);
  }

  private void send(long now, List<Outlet> due) {
    List<Reading> readings = new ArrayList<>(due.size());
    for (Outlet outlet : due) {
      Reading reading = outlet.reading();
      outlet.report = Optional.of(new Report(reading, now));
      readings.add(reading);
    }
    sentAt = now;
    outbox.readings(now, readings);
  }
}
