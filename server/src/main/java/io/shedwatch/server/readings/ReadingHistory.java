package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;
import java.io.IOException;
import java.util.List;

/** What charts ask of the readings; the screens' side of this room. Thread-safe. */
public interface ReadingHistory {
  /**
   * The series of one socket, oldest first, one point for each bucket that holds something, from
   * the coarsest level that still gives buckets of the window's width. The window is widened by
   * {@link Window#fitting} first, so that it never gives more than {@link Window#MAX_POINTS}.
   *
   * @throws IOException when the store is away or answers with an error
   */
  List<Point> read(ShedId shed, int socket, Window window) throws IOException;

  /** The sum over all sockets of one shed, otherwise as {@link #read}. */
  List<Point> readShed(ShedId shed, Window window) throws IOException;
}
