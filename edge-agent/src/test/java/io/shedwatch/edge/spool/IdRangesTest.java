package io.shedwatch.edge.spool;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.util.NavigableSet;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class IdRangesTest {
  @Seeds(300)
  void isTheSetOfItsIds(long seed) {
    Random random = new Random(seed);
    IdRanges ranges = new IdRanges();
    TreeSet<Long> ids = new TreeSet<>();
    for (int step = 0; step < 60; step++) {
      long from = 1L + random.nextInt(60);
      long to = from + random.nextInt(8);
      if (random.nextInt(5) < 3) {
        ranges.add(from, to);
        for (long id = from; id <= to; id++) {
          ids.add(id);
        }
      } else {
        ranges.remove(from, to);
        ids.subSet(from, true, to, true).clear();
      }
      same(ranges, ids);
      IdRanges part = ranges.within(from, to + 5);
      assertThat(part.size()).isEqualTo(ids.subSet(from, true, to + 5, true).size());
      long above = random.nextInt(70);
      assertThat(ranges.countAbove(above)).isEqualTo(ids.tailSet(above, false).size());
    }
  }

  private static void same(IdRanges ranges, NavigableSet<Long> ids) {
    assertThat(ranges.size()).isEqualTo(ids.size());
    ids.forEach(id -> assertThat(ranges.contains(id)).isTrue());
    assertThat(ranges.last()).isEqualTo(ids.isEmpty() ? 0 : ids.last());
    long end = -1;
    for (IdRanges.Range range : ranges.ranges()) {
      assertThat(range.from()).as("ranges neither touch nor overlap").isGreaterThan(end + 1);
      end = range.to();
    }
  }

  @Test
  void touchingRangesAreOne() {
    IdRanges ranges = new IdRanges();
    ranges.add(1, 3);
    ranges.add(7, 9);
    ranges.add(4, 6);

    assertThat(ranges.ranges()).containsExactly(new IdRanges.Range(1, 9));
  }
}
