package io.shedwatch.server.live;

import io.micronaut.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * All sheds as an answer's bytes, for one audience: written and zipped once, then given to everyone
 * who asks for as long as that audience may wait for news. Two thousand phones at once cost one.
 */
final class SharedBoard {
  /** Ages on the residents' page are told in seconds. Staff read what they have just changed. */
  static final long ANYBODY_MILLIS = 250;

  private final Board board;
  private final Audience audience;
  private final JsonMapper json;
  private final String start;
  private final long mostAgeMillis;
  private volatile Optional<Copy> newest = Optional.empty();

  /**
   * @param start tells the tags of this start of the server from those of all others
   */
  SharedBoard(Board board, Audience audience, JsonMapper json, String start) {
    this.mostAgeMillis = audience == Audience.STAFF ? 0 : ANYBODY_MILLIS;
    this.board = board;
    this.audience = audience;
    this.json = json;
    this.start = start;
  }

  /** The board as it was at {@code at}. */
  static final class Copy {
    private final long at;
    private final String tag;
    private final byte[] plain;
    private final byte[] zipped;

    private Copy(long at, String tag, byte[] plain, byte[] zipped) {
      this.at = at;
      this.tag = tag;
      this.plain = plain;
      this.zipped = zipped;
    }

    /** A weak ETag: equal while nothing that this audience sees may have changed. */
    String tag() {
      return tag;
    }

    byte[] plain() {
      return plain;
    }

    byte[] zipped() {
      return zipped;
    }
  }

  /** The newest copy; whoever asks while it is made waits for it, about a millisecond. */
  Copy copy(long now) {
    return newest.filter(one -> serves(one, now)).orElseGet(() -> made(now));
  }

  private boolean serves(Copy copy, long now) {
    return now >= copy.at && now - copy.at <= mostAgeMillis; // The clock may be set back.
  }

  private synchronized Copy made(long now) {
    return newest
        .filter(one -> serves(one, now))
        .orElseGet(
            () -> {
              Copy copy = make(now);
              newest = Optional.of(copy);
              return copy;
            });
  }

  private Copy make(long now) {
    // The version is read before the board, so a change in between only costs one more answer.
    String tag = "W/\"" + start + "-" + board.version(now) + audience.tag() + '"';
    try {
      byte[] plain =
          json.writeValueAsBytes(board.shape(new Shapes.View(audience, now)).withoutSockets());
      ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 4);
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(plain);
      }
      return new Copy(now, tag, plain, out.toByteArray());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken); // Our own shapes always encode; a defect if not.
    }
  }
}
