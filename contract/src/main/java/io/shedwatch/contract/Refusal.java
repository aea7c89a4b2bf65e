package io.shedwatch.contract;

import io.shedwatch.contract.Rejected.Reason;

/** Leaves a reader early; the codec turns it into a {@link Rejected} or {@link RejectedReading}. */
final class Refusal extends Exception {
  private static final long serialVersionUID = 1;

  private final Reason reason;
  private final String detail;

  private Refusal(Reason reason, String detail) {
    // Without a stack trace: it says nothing about a stranger's bytes and costs most of the time.
    super(detail, null, false, false);
    this.reason = reason;
    this.detail = PlainText.of(detail, Bounds.MAX_SENTENCE_CHARS);
  }

  static Refusal missing(String field) {
    return new Refusal(Reason.MISSING_FIELD, field + " is missing");
  }

  static Refusal illTyped(String field, String problem) {
    return new Refusal(Reason.ILL_TYPED, field + " " + problem);
  }

  static Refusal implausible(String field, String problem) {
    return new Refusal(Reason.IMPLAUSIBLE, field + " " + problem);
  }

  static Refusal notJson(String problem) {
    return new Refusal(Reason.NOT_JSON, problem);
  }

  Reason reason() {
    return reason;
  }

  /** One sentence without control characters, at most 200 characters. */
  String detail() {
    return detail;
  }
}
