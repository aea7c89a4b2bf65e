package io.shedwatch.server.incident.chain;

/**
 * Something that does not fit.
 *
 * @param number the event where it shows; 0 where it concerns the log as a whole
 * @param says one sentence for a person
 */
public record Finding(Kind kind, long number, String says) {
  /** What is wrong. */
  public enum Kind {
    /** An event's content does not give its hash. */
    CHANGED("changed"),
    /** Numbers are left out. */
    MISSING("missing"),
    /** A number comes again, or late. */
    OUT_OF_ORDER("out-of-order"),
    /** An event does not carry the hash of the one before. */
    UNCHAINED("unchained"),
    /** The log ends before the newest event. */
    CUT("cut"),
    /** A hash that was kept is not in this log. */
    REWRITTEN("rewritten"),
    /** What a person wrote is not what was hashed. */
    TEXT_CHANGED("text-changed"),
    /** A photo or an evidence pack is not what was hashed. */
    FILE_CHANGED("file-changed"),
    /** An incident's row says something else than its events. */
    STATE_CHANGED("state-changed"),
    OTHER_SITE("other-site"),
    UNREADABLE("unreadable");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }
}
