package io.shedwatch.server.sql;

import io.shedwatch.server.http.ProblemException;
import java.util.Optional;

/**
 * Which page, and how large.
 *
 * @param after empty for the first page
 * @param limit 1 to {@link #MAX_LIMIT}
 */
public record PageAsked(Optional<Cursor> after, int limit) {
  /** A page is never larger, whoever asks. */
  public static final int MAX_LIMIT = 500;

  private static final int USUAL_LIMIT = 100;

  /**
   * Reads the query parameters {@code cursor} and {@code limit}.
   *
   * @throws ProblemException when the cursor is not one of ours or the limit out of bounds
   */
  public static PageAsked of(Optional<String> cursor, Optional<Integer> limit) {
    int most = limit.orElse(USUAL_LIMIT);
    if (most < 1 || most > MAX_LIMIT) {
      throw ProblemException.invalid("limit is 1 to " + MAX_LIMIT + ".");
    }
    Optional<Cursor> after =
        cursor.map(
            text ->
                Cursor.parse(text)
                    .orElseThrow(
                        () ->
                            ProblemException.invalid(
                                "cursor is not the next of an earlier page.")));
    return new PageAsked(after, most);
  }
}
