package io.shedwatch.contract;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Finds the constant of a word in a parser's buffer without making a string of it. */
final class Words<E extends Enum<E>> {
  private final List<E> constants;
  private final char[][] words;

  private Words(List<E> constants, char[][] words) {
    this.constants = constants;
    this.words = words;
  }

  static <E extends Enum<E>> Words<E> of(E[] constants, Function<E, String> word) {
    return new Words<>(
        List.of(constants),
        Arrays.stream(constants).map(c -> word.apply(c).toCharArray()).toArray(char[][]::new));
  }

  /** The constant of those characters, or {@code otherwise}. */
  E find(char[] buffer, int offset, int length, E otherwise) {
    int i = indexOf(buffer, offset, length);
    return i < 0 ? otherwise : constants.get(i);
  }

  /** The constant of those characters, or empty for an unknown word. */
  Optional<E> find(char[] buffer, int offset, int length) {
    int i = indexOf(buffer, offset, length);
    return i < 0 ? Optional.empty() : Optional.of(constants.get(i));
  }

  private int indexOf(char[] buffer, int offset, int length) {
    for (int i = 0; i < words.length; i++) {
      char[] word = words[i];
      if (word.length == length
          && Arrays.equals(word, 0, length, buffer, offset, offset + length)) {
        return i;
      }
    }
    return -1;
  }

  /** All words, for a sentence. */
  @Override
  public String toString() {
    return Arrays.stream(words).map(String::new).toList().toString();
  }
}
