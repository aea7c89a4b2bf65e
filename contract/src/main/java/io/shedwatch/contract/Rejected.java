package io.shedwatch.contract;

import java.util.Optional;

/**
 * A message that cannot be used. If boot and seq could be read, the seq counts as received and is
 * shown as lost.
 *
 * @param detail one sentence for staff, at most 200 characters, naming the field
 * @param boot empty when it could not be read
 * @param seq 0 when it could not be read
 */
public record Rejected(Reason reason, String detail, Optional<BootId> boot, long seq)
    implements Decoded {
  /** Counted and shown by these words. */
  public enum Reason {
    WRONG_TOPIC("wrong-topic"),
    TOO_LARGE("too-large"),
    NOT_JSON("not-json"),
    MISSING_FIELD("missing-field"),
    ILL_TYPED("ill-typed"),
    IMPLAUSIBLE("implausible"),
    UNKNOWN_SHED("unknown-shed"),
    BOOT_REUSED("boot-reused");

    private final String word;

    Reason(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
