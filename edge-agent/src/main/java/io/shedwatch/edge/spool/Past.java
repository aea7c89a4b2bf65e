package io.shedwatch.edge.spool;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What earlier lives left on a disk.
 *
 * @param boots oldest first
 * @param held ids of messages
 * @param dropped ids of messages
 * @param kept by name
 */
record Past(List<Boot> boots, IdRanges held, IdRanges dropped, Map<String, String> kept) {
  /** The highest id that was ever given; 0 before the first. */
  long lastId() {
    long last = Math.max(held.last(), dropped.last());
    return boots.stream().mapToLong(Boot::base).reduce(last, Math::max);
  }

  /** With a new boot, whose base lies after all that is held. */
  Ledger ledger(Boot boot) {
    return new Ledger(Stream.concat(boots.stream(), Stream.of(boot)).toList(), held, dropped);
  }
}
