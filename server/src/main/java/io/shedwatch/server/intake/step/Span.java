package io.shedwatch.server.intake.step;

/** The seqs {@code from} to {@code to}, both included. */
public record Span(long from, long to) {
  public Span {
    if (from > to) {
      throw new IllegalArgumentException("not a span: " + from + ".." + to);
    }
  }
}
