package io.shedwatch.server.intake.step;

import java.util.ArrayList;
import java.util.List;

/**
 * Which seqs of one boot were received: all up to {@code contiguous}, and some above.
 *
 * @param above disjoint, ascending, none touching its neighbour or {@code contiguous}
 */
public record Positions(long contiguous, List<Span> above) {
  /** More islands than this are not kept: the seq stays unconfirmed and comes again. */
  public static final int MOST_SPANS = 256;

  public static final Positions NONE = new Positions(0, List.of());

  public Positions {
    above = List.copyOf(above);
  }

  public boolean covers(long seq) {
    if (seq <= contiguous) {
      return true;
    }
    for (Span span : above) {
      if (seq <= span.to()) {
        return seq >= span.from();
      }
    }
    return false;
  }

  /** The highest seq received; 0: none. */
  public long highest() {
    return above.isEmpty() ? contiguous : above.get(above.size() - 1).to();
  }

  /** With these seqs too; without them where there are too many islands already. */
  public Positions plus(long from, long to) {
    if (from <= contiguous + 1 && above.isEmpty()) {
      return to <= contiguous ? this : new Positions(to, List.of());
    }
    if (to <= contiguous) {
      return this;
    }
    List<Span> merged = new ArrayList<>(above.size() + 1);
    long low = Math.max(from, contiguous + 1);
    long high = to;
    boolean placed = false;
    for (Span span : above) {
      if (span.to() + 1 < low) {
        merged.add(span);
      } else if (high + 1 < span.from()) {
        if (!placed) {
          merged.add(new Span(low, high));
          placed = true;
        }
        merged.add(span);
      } else {
        low = Math.min(low, span.from());
        high = Math.max(high, span.to());
      }
    }
    if (!placed) {
      merged.add(new Span(low, high));
    }
    return settled(merged);
  }

  private Positions settled(List<Span> spans) {
    Span lowest = spans.get(0);
    if (lowest.from() <= contiguous + 1) {
      return new Positions(Math.max(contiguous, lowest.to()), spans.subList(1, spans.size()));
    }
    return spans.size() > MOST_SPANS ? this : new Positions(contiguous, spans);
  }

  /** What is missing within these seqs, ascending. */
  public List<Span> missing(long from, long to) {
    List<Span> gaps = new ArrayList<>();
    long next = Math.max(from, contiguous + 1);
    for (Span span : above) {
      if (next > to) {
        break;
      }
      if (span.from() > next) {
        gaps.add(new Span(next, Math.min(span.from() - 1, to)));
      }
      next = Math.max(next, span.to() + 1);
    }
    if (next <= to) {
      gaps.add(new Span(next, to));
    }
    return gaps;
  }

  /** The end of the run of received seqs that begins at {@code seq}. */
  long endOfRun(long seq) {
    for (Span span : above) {
      if (span.from() <= seq && seq <= span.to()) {
        return span.to();
      }
    }
    return seq;
  }
}
