package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.function.Function;

/** The words of an enum on the wire, found where they stand in a body, without copying them. */
final class Words<E extends Enum<E>> {
  static final int UNKNOWN = -1;

  private final E[] constants;
  private final byte[][] words;

  private Words(E[] constants, byte[][] words) {
    this.constants = constants;
    this.words = words;
  }

  static <E extends Enum<E>> Words<E> of(E[] constants, Function<E, String> word) {
    return new Words<>(
        constants.clone(),
        Arrays.stream(constants).map(c -> word.apply(c).getBytes(US_ASCII)).toArray(byte[][]::new));
  }

  E constant(int index) {
    return constants[index];
  }

  /**
   * The index of the word that stands between quotation marks at {@code begin}, or {@link
   * #UNKNOWN}: no such word, or not spelled plainly, or nothing begins there.
   */
  int indexAt(byte[] body, int begin) {
    if (begin < 1 || begin >= body.length || body[begin - 1] != '"') {
      return UNKNOWN;
    }
    for (int i = 0; i < words.length; i++) {
      byte[] word = words[i];
      int end = begin + word.length;
      if (end < body.length && body[end] == '"' && matches(word, body, begin)) {
        return i;
      }
    }
    return UNKNOWN;
  }

  /** The index of the word, or {@link #UNKNOWN}. */
  int indexOf(String text) {
    for (int i = 0; i < words.length; i++) {
      if (text.equals(new String(words[i], US_ASCII))) {
        return i;
      }
    }
    return UNKNOWN;
  }

  private static boolean matches(byte[] word, byte[] body, int begin) {
    for (int i = 0; i < word.length; i++) {
      if (word[i] != body[begin + i]) {
        return false;
      }
    }
    return true;
  }

  /** All words, for a sentence. */
  @Override
  public String toString() {
    return Arrays.stream(words).map(word -> new String(word, US_ASCII)).toList().toString();
  }
}
