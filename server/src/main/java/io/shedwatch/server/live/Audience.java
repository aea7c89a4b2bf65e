package io.shedwatch.server.live;

/** Who looks: decides which numbers are shown. */
public enum Audience {
  /** Residents and everybody without a login: usage and counts, no quantities, no names. */
  ANYBODY("a"),
  /** Staff, officers and admins: everything. */
  STAFF("s");

  private final String tag;

  Audience(String tag) {
    this.tag = tag;
  }

  /** Tells the versions of one thing for different audiences apart. */
  String tag() {
    return tag;
  }
}
