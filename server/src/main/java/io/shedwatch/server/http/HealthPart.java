package io.shedwatch.server.http;

/** A part of the server that /health asks about: the database, the readings, the broker. */
public interface HealthPart {
  /** The part's name in the answer. */
  String name();

  /** How it is now; may block for some seconds, is asked at most once a second. */
  State state();

  /** Up or not, and one sentence why; {@code why} is public, so it names no address and no user. */
  record State(boolean up, String why) {
    public static final State UP = new State(true, "");

    public static State down(String why) {
      return new State(false, why);
    }
  }
}
