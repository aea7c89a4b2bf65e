package io.shedwatch.server.intake;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stored;
import io.shedwatch.server.command.CommandPublisher;
import io.shedwatch.server.intake.step.BootBook;
import io.shedwatch.server.intake.step.ShedBook;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Which receipts are due: when what is stored moved, when a repetition shows that the agent missed
 * one, and at each connect. At most one a second per shed and boot. One lane's; not thread-safe.
 */
final class Receipts {
  private static final long AT_MOST_EVERY_MILLIS = 1_000;

  /** A receipt that nobody asked for again is forgotten after this; it costs one more at most. */
  private static final long FORGOTTEN_MILLIS = 3_600_000;

  private record Key(ShedAddress shed, BootId boot) {}

  private record Said(long seq, long at) {}

  private final CommandPublisher publisher;
  private final Map<Key, Long> due = new LinkedHashMap<>();
  private final Map<Key, Said> said = new HashMap<>();

  Receipts(CommandPublisher publisher) {
    this.publisher = publisher;
  }

  /** The book was committed. */
  void moved(ShedBook before, ShedBook after) {
    if (before.boots().equals(after.boots())) {
      return;
    }
    for (BootBook boot : after.boots()) {
      long seq = boot.positions().contiguous();
      if (seq > before.storedUpTo(boot.boot()).orElse(0L)) {
        due.merge(new Key(after.shed(), boot.boot()), seq, Math::max);
      }
    }
  }

  /** The message came again: what is stored of its boot is said again. */
  void repeated(ShedBook book, BootId boot, long seq) {
    // Of a boot that is over everything is stored, or will never be.
    long upTo = book.storedUpTo(boot).orElse(seq);
    if (upTo > 0) {
      due.merge(new Key(book.shed(), boot), upTo, Math::max);
    }
  }

  /** The broker forgets, and so may an agent: everything is said again. */
  void connected(ShedBook book) {
    for (BootBook boot : book.boots()) {
      repeated(book, boot.boot(), 0);
    }
  }

  /**
   * Publishes what is due.
   *
   * @param now epoch milliseconds
   */
  void publish(long now) {
    Iterator<Map.Entry<Key, Long>> all = due.entrySet().iterator();
    while (all.hasNext()) {
      Map.Entry<Key, Long> next = all.next();
      Said last = said.get(next.getKey());
      if (last == null || now - last.at() >= AT_MOST_EVERY_MILLIS) {
        Key key = next.getKey();
        publisher.publish(key.shed(), new Stored(key.boot(), next.getValue(), now));
        said.put(key, new Said(next.getValue(), now));
        all.remove();
      }
    }
  }

  void forget(long now) {
    said.values().removeIf(last -> now - last.at() >= FORGOTTEN_MILLIS);
  }
}
