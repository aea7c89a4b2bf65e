package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Bounds;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Status;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.uplink.Backlog;
import io.shedwatch.edge.uplink.Held;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The uplink's backlog on the spool. */
final class SpoolBacklog implements Backlog {
  private static final Logger LOG = LoggerFactory.getLogger(SpoolBacklog.class);

  /**
   * @param agent name and version
   * @param sockets of the shed
   */
  record Sender(String agent, int sockets) {}

  private final SqliteSpool spool;
  private final OpenAlarms open;
  private final Sender sender;

  SpoolBacklog(SqliteSpool spool, OpenAlarms open, Sender sender) {
    this.spool = spool;
    this.open = open;
    this.sender = sender;
  }

  @Override
  public BootId boot() {
    return spool.guarded(() -> spool.ledger().boot().id());
  }

  @Override
  public Held status(ShedState state, int limitsVersion) {
    return spool.append(spool.clock().millis(), stamp -> status(stamp, state, limitsVersion));
  }

  @Override
  public Held statusAgain(long id, ShedState state, int limitsVersion) {
    Optional<Held> old = spool.message(id);
    if (old.isEmpty() || !old.get().boot().equals(boot())) {
      return status(state, limitsVersion);
    }
    Stamp stamp = new Stamp(old.get().boot(), old.get().seq(), spool.clock().millis(), false);
    return spool.guarded(
        () -> {
          Held again = spool.held(id, status(stamp, state, limitsVersion));
          spool.unwritten().rewrite(again, spool.nanos());
          return again;
        });
  }

  private Status status(Stamp stamp, ShedState state, int limitsVersion) {
    Ledger ledger = spool.ledger();
    IdRanges held = ledger.held().copy();
    held.add(ledger.boot().base() + stamp.seq()); // The status itself is among what is held.
    return new Status(
        stamp,
        state,
        OptionalLong.of(ledger.boot().number()),
        ledger.previous(),
        sender.agent(),
        sender.sockets(),
        OptionalInt.of(limitsVersion),
        joined(ledger.seqRanges(held), Bounds.MAX_RANGES),
        Optional.of(open.all().stream().map(OpenAlarm::id).limit(Bounds.MAX_OPEN_ALARMS).toList()));
  }

  /**
   * At most so many ranges: the oldest of a boot are joined across what was dropped between them,
   * which is declared anyway.
   */
  static List<SeqRange> joined(List<SeqRange> ranges, int atMost) {
    int tooMany = ranges.size() - atMost;
    if (tooMany <= 0) {
      return ranges;
    }
    List<SeqRange> joined = new ArrayList<>();
    for (SeqRange range : ranges) {
      SeqRange last = joined.isEmpty() ? range : joined.get(joined.size() - 1);
      if (tooMany > 0 && !joined.isEmpty() && last.boot().equals(range.boot())) {
        joined.set(joined.size() - 1, new SeqRange(range.boot(), last.from(), range.to()));
        tooMany--;
      } else {
        joined.add(range);
      }
    }
    return joined;
  }

  @Override
  public List<Held> after(long id, Lane lane, int atMost) {
    return spool.after(id, lane, atMost);
  }

  @Override
  public Optional<Held> held(long id) {
    return spool.message(id);
  }

  @Override
  public List<SeqRange> declaredBy(long carrier) {
    return spool.guarded(() -> spool.ledger().declaredBy(carrier));
  }

  @Override
  public Receipt stored(BootId boot, long seq) {
    return spool.guarded(() -> spool.ledger().stored(boot, seq));
  }

  @Override
  public void setAside(long id, String why) {
    spool
        .message(id)
        .ifPresent(
            message -> {
              LOG.error(
                  "spool={} setAside={}-{} channel={} why=\"{}\"",
                  spool.name(),
                  message.boot(),
                  message.seq(),
                  message.channel().word(),
                  why);
              spool.guarded(
                  () -> {
                    spool.unwritten().setAside(message, why);
                    return id;
                  });
            });
  }
}
