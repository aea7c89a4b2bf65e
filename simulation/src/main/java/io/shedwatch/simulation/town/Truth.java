package io.shedwatch.simulation.town;

/**
 * What really happened, in the order of time; tests and later estimators are judged against it.
 *
 * <p>A first attempt that found all reachable sheds full is {@link Kind#TURNED_AWAY}; attempts of
 * the same bike within 12 h of it are {@link Kind#RETRY_FAILED} and not counted again.
 *
 * @param at epoch milliseconds
 * @param building where the bike lives; empty for things that no resident did
 * @param shed where it happened; empty when nowhere
 * @param socket 0 when none
 */
public record Truth(long at, Kind kind, String building, String shed, int socket) {
  /** What kinds of truth there are. */
  public enum Kind {
    PLUGGED_IN,
    UNPLUGGED,
    TURNED_AWAY,
    RETRY_FAILED,
    FLY_LINE,
    SHARED_SOCKET,
    KETTLE
  }
}
