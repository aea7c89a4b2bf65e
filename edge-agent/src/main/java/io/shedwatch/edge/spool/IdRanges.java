package io.shedwatch.edge.spool;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A set of message ids as sorted ranges that neither touch nor overlap. Ids are mostly contiguous,
 * so a spool of months is a few ranges.
 */
final class IdRanges {
  /** The ids {@code from} to {@code to}, both included. */
  record Range(long from, long to) {
    long size() {
      return to - from + 1;
    }
  }

  private final TreeMap<Long, Long> ends = new TreeMap<>();

  static IdRanges of(Iterable<Range> ranges) {
    IdRanges set = new IdRanges();
    ranges.forEach(range -> set.add(range.from(), range.to()));
    return set;
  }

  void add(long id) {
    add(id, id);
  }

  void add(long from, long to) {
    long first = from;
    long last = to;
    Map.Entry<Long, Long> before = ends.floorEntry(from);
    if (before != null && before.getValue() >= from - 1) {
      first = before.getKey();
      last = Math.max(last, before.getValue());
    }
    Map.Entry<Long, Long> inside = ends.higherEntry(first);
    while (inside != null && inside.getKey() <= last + 1) {
      last = Math.max(last, inside.getValue());
      ends.remove(inside.getKey());
      inside = ends.higherEntry(first);
    }
    ends.put(first, last);
  }

  void remove(long from, long to) {
    Map.Entry<Long, Long> before = ends.lowerEntry(from);
    if (before != null && before.getValue() >= from) {
      ends.put(before.getKey(), from - 1);
      if (before.getValue() > to) {
        ends.put(to + 1, before.getValue());
      }
    }
    Map.Entry<Long, Long> inside = ends.ceilingEntry(from);
    while (inside != null && inside.getKey() <= to) {
      ends.remove(inside.getKey());
      if (inside.getValue() > to) {
        ends.put(to + 1, inside.getValue());
      }
      inside = ends.ceilingEntry(from);
    }
  }

  void removeAll(IdRanges others) {
    others.ranges().forEach(range -> remove(range.from(), range.to()));
  }

  void addAll(IdRanges others) {
    others.ranges().forEach(range -> add(range.from(), range.to()));
  }

  boolean contains(long id) {
    Map.Entry<Long, Long> range = ends.floorEntry(id);
    return range != null && range.getValue() >= id;
  }

  /** The part of the set in {@code from} to {@code to}, both included. */
  IdRanges within(long from, long to) {
    IdRanges part = new IdRanges();
    for (Range range : ranges()) {
      long first = Math.max(from, range.from());
      long last = Math.min(to, range.to());
      if (first <= last) {
        part.add(first, last);
      }
    }
    return part;
  }

  List<Range> ranges() {
    List<Range> ranges = new ArrayList<>(ends.size());
    ends.forEach((from, to) -> ranges.add(new Range(from, to)));
    return ranges;
  }

  /** How many ids of the set are above {@code id}. */
  long countAbove(long id) {
    Map.Entry<Long, Long> around = ends.floorEntry(id);
    long count = around == null ? 0 : Math.max(0, around.getValue() - id);
    for (Map.Entry<Long, Long> range : ends.tailMap(id, false).entrySet()) {
      count += range.getValue() - range.getKey() + 1;
    }
    return count;
  }

  long size() {
    return ranges().stream().mapToLong(Range::size).sum();
  }

  boolean isEmpty() {
    return ends.isEmpty();
  }

  long last() {
    return ends.isEmpty() ? 0 : ends.lastEntry().getValue();
  }

  IdRanges copy() {
    IdRanges copy = new IdRanges();
    copy.ends.putAll(ends);
    return copy;
  }

  @Override
  public String toString() {
    return ends.toString();
  }
}
