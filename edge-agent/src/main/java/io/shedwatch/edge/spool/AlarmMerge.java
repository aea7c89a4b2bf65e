package io.shedwatch.edge.spool;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.edge.Fact;
import java.util.Optional;

/**
 * Alarms of one kind and socket go out at most once a minute; those between are merged into one
 * alarm with a count, which goes out when the minute is over.
 *
 * @param lastSentAt when the last raise went out, epoch milliseconds
 * @param lastId of that raise's message
 * @param merged the raises since then
 */
record AlarmMerge(long lastSentAt, AlarmId lastId, Optional<Merged> merged) {
  static final long EVERY_MILLIS = 60_000;

  /**
   * One alarm that stands for several.
   *
   * @param worst of the facts: the one farthest from its limit
   * @param count of raises, however they ended
   */
  record Merged(AlarmId id, Fact worst, int count) {
    Merged and(Fact another) {
      boolean worse = distance(another) > distance(worst);
      return new Merged(id, worse ? another : worst, count + 1);
    }

    private static double distance(Fact fact) {
      double distance = Math.abs(fact.measured() - fact.limit());
      return Double.isNaN(distance) ? 0 : distance;
    }
  }

  /** A raise that goes out now begins a new minute. */
  static AlarmMerge sent(long at, AlarmId id) {
    return new AlarmMerge(at, id, Optional.empty());
  }

  /** An alarm of an earlier boot that never went out: it goes at once. */
  static AlarmMerge overdue(AlarmId id, Fact fact) {
    return new AlarmMerge(0, id, Optional.of(new Merged(id, fact, 1)));
  }

  /** When a clock was set back the minute is over too: better one alarm more. */
  boolean isOver(long now) {
    return now >= lastSentAt + EVERY_MILLIS || now < lastSentAt;
  }

  AlarmMerge with(Fact fact) {
    Merged next =
        merged.map(before -> before.and(fact)).orElseGet(() -> new Merged(idOfMerged(), fact, 1));
    return new AlarmMerge(lastSentAt, lastId, Optional.of(next));
  }

  /** There is no message yet whose seq could name it. */
  private AlarmId idOfMerged() {
    return new AlarmId(lastId + "-again");
  }
}
