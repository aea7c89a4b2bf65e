package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.edge.uplink.Backlog.Receipt;
import io.shedwatch.edge.uplink.Held;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which messages are held, waiting for the disk, covered or dropped: everything about them but
 * their place on the disk. Touches nothing; guarded by its owner's lock.
 *
 * <p>A message is in exactly one of these states: <i>held</i>, <i>covered</i> by a receipt, or
 * <i>dropped</i> and declared until the declaration's carrier is covered.
 */
final class Ledger {
  /** A body stays far below the contract's bound with these. */
  private static final int MAX_RANGES_OF_CARRIER = 100;

  /** A message that is not on the disk yet; since a monotonic time, nanoseconds. */
  record Waiting(Held message, long sinceNanos) {}

  private final List<Boot> boots;
  private final TreeMap<Long, Waiting> waiting = new TreeMap<>();
  private final IdRanges held = new IdRanges();
  private final IdRanges dropped = new IdRanges();
  private final Map<Long, IdRanges> carried = new HashMap<>();
  private IdRanges coveredOnDisk = new IdRanges();
  private long lastId;

  /**
   * @param boots all that are known, oldest first; the last one is the present
   * @param held what is on the disk
   */
  Ledger(List<Boot> boots, IdRanges held, IdRanges dropped) {
    this.boots = new ArrayList<>(boots);
    this.held.addAll(held);
    this.dropped.addAll(dropped);
    this.lastId = boot().base();
  }

  Boot boot() {
    return boots.get(boots.size() - 1);
  }

  /** The boot before the present one; empty at the first start. */
  Optional<BootId> previous() {
    return boots.size() < 2 ? Optional.empty() : Optional.of(boots.get(boots.size() - 2).id());
  }

  /** The next boot in the life of this process. */
  void begin(Boot next) {
    if (next.base() != lastId) {
      throw new IllegalStateException("boot " + next + " must begin after " + lastId);
    }
    boots.add(next);
  }

  long lastId() {
    return lastId;
  }

  long nextSeq() {
    return lastId + 1 - boot().base();
  }

  /** Takes the next message; its id must be the next one. */
  void append(Held message, long nowNanos) {
    if (message.id() != lastId + 1) {
      throw new IllegalStateException("not the next id: " + message.id() + " after " + lastId);
    }
    lastId++;
    held.add(lastId);
    waiting.put(lastId, new Waiting(message, nowNanos));
  }

  /** Puts another body under an id that is held. */
  void rewrite(Held message, long nowNanos) {
    waiting.put(message.id(), new Waiting(message, nowNanos));
  }

  boolean holds(long id) {
    return held.contains(id);
  }

  IdRanges held() {
    return held;
  }

  IdRanges dropped() {
    return dropped;
  }

  NavigableMap<Long, Waiting> waiting() {
    return waiting;
  }

  /** What may be deleted from the disk; taken once. */
  IdRanges takeCoveredOnDisk() {
    IdRanges taken = coveredOnDisk;
    coveredOnDisk = new IdRanges();
    return taken;
  }

  boolean hasCoveredOnDisk() {
    return !coveredOnDisk.isEmpty();
  }

  void giveBackCoveredOnDisk(IdRanges notDeleted) {
    coveredOnDisk.addAll(notDeleted);
  }

  /** These are on the disk now, unless a newer body took their place meanwhile. */
  void written(List<Held> messages) {
    for (Held message : messages) {
      waiting.computeIfPresent(
          message.id(), (id, now) -> now.message().equals(message) ? null : now);
    }
  }

  /** These are gone for ever and must be declared. */
  void drop(IdRanges ids) {
    IdRanges reallyHeld = new IdRanges();
    for (IdRanges.Range range : ids.ranges()) {
      reallyHeld.addAll(held.within(range.from(), range.to()));
    }
    held.removeAll(reallyHeld);
    dropped.addAll(reallyHeld);
    for (IdRanges.Range range : reallyHeld.ranges()) {
      waiting.subMap(range.from(), true, range.to(), true).clear();
      carried.keySet().removeIf(id -> range.from() <= id && id <= range.to());
    }
  }

  Receipt stored(BootId of, long seq) {
    Optional<Boot> known = boots.stream().filter(each -> each.id().equals(of)).findAny();
    if (known.isEmpty()) {
      return Receipt.NOTHING_NEW;
    }
    long base = known.get().base();
    if (known.get().equals(boot()) && seq > lastId - base) {
      return Receipt.NOT_OURS;
    }
    // An earlier boot may have said more than reached the disk before it was killed.
    long last = Math.min(base + seq, endOf(known.get()));
    IdRanges covered = held.within(base + 1, last);
    if (covered.isEmpty()) {
      return Receipt.NOTHING_NEW;
    }
    held.removeAll(covered);
    coveredOnDisk.addAll(covered);
    for (IdRanges.Range range : covered.ranges()) {
      waiting.subMap(range.from(), true, range.to(), true).clear();
    }
    forgetDeclared(base + 1, last);
    return Receipt.MOVED;
  }

  private void forgetDeclared(long from, long to) {
    List<Long> carriers = carried.keySet().stream().filter(id -> from <= id && id <= to).toList();
    for (Long carrier : carriers) {
      IdRanges declared = carried.remove(carrier);
      if (declared != null) {
        dropped.removeAll(declared);
      }
    }
  }

  /** The last id that can belong to this boot. */
  private long endOf(Boot which) {
    int next = boots.indexOf(which) + 1;
    return next == boots.size() ? lastId : boots.get(next).base();
  }

  /** See {@code Backlog.declaredBy}. */
  List<SeqRange> declaredBy(long carrier) {
    if (!held.contains(carrier)) {
      return List.of();
    }
    IdRanges mine = carried.get(carrier);
    if (mine == null) {
      mine = undeclared();
      if (mine.isEmpty()) {
        return List.of();
      }
      carried.put(carrier, mine);
    }
    return seqRanges(mine);
  }

  private IdRanges undeclared() {
    if (dropped.isEmpty()) {
      return dropped;
    }
    IdRanges open = dropped.copy();
    carried.values().forEach(open::removeAll);
    IdRanges first = new IdRanges();
    List<IdRanges.Range> ranges = open.ranges();
    // More wait for the next carrier.
    ranges
        .subList(0, Math.min(MAX_RANGES_OF_CARRIER / 2, ranges.size()))
        .forEach(range -> first.add(range.from(), range.to()));
    return first;
  }

  /** The ids as seqs of their boots, oldest first; a range never spans two boots. */
  List<SeqRange> seqRanges(IdRanges ids) {
    List<SeqRange> ranges = new ArrayList<>();
    for (IdRanges.Range range : ids.ranges()) {
      long from = range.from();
      while (from <= range.to()) {
        Boot of = bootOf(from);
        long to = Math.min(range.to(), Math.max(from, endOf(of)));
        ranges.add(new SeqRange(of.id(), from - of.base(), to - of.base()));
        from = to + 1;
      }
    }
    return ranges;
  }

  Boot bootOf(long id) {
    for (int i = boots.size() - 1; i >= 0; i--) {
      if (boots.get(i).base() < id) {
        return boots.get(i);
      }
    }
    throw new IllegalStateException("no boot has message " + id);
  }

  /** Boots of which something is held or dropped, the present one and the one before it. */
  List<Boot> bootsToKeep() {
    List<Boot> keep = new ArrayList<>();
    for (int i = 0; i < boots.size(); i++) {
      Boot each = boots.get(i);
      long from = each.base() + 1;
      long to = endOf(each);
      boolean recent = i >= boots.size() - 2;
      if (recent || !held.within(from, to).isEmpty() || !dropped.within(from, to).isEmpty()) {
        keep.add(each);
      }
    }
    return keep;
  }
}
