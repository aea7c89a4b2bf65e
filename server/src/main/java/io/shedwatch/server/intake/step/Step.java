package io.shedwatch.server.intake.step;

import java.util.List;

/**
 * What one event leads to.
 *
 * @param consequences to commit together with {@code next}, in this order
 * @param notice what kind of event it was
 */
public record Step(ShedBook next, List<Consequence> consequences, Notice notice) {
  /** What the step found. */
  public enum Notice {
    /** Something is to be committed, and screens see something else. */
    NEWS,
    /** Nothing new: the same message again. The agent may have missed the receipt. */
    REPEATED,
    /** Too far ahead of a gap: not received; the agent will send it again. */
    TOO_FAR_AHEAD,
    /** Nothing happened. */
    QUIET
  }

  static Step quiet(ShedBook book) {
    return new Step(book, List.of(), Notice.QUIET);
  }

  static Step repeated(ShedBook book) {
    return new Step(book, List.of(), Notice.REPEATED);
  }
}
