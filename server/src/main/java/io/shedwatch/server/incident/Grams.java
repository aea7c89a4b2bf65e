package io.shedwatch.server.incident;

import java.text.Normalizer;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The pairs of neighbouring characters of a text, in lower case, blanks left out. A text that holds
 * a word holds all pairs of the word; the other way round is nearly always true, so that a search
 * finds everything and now and then a little more.
 */
final class Grams {
  /** A longer question is asked by its first pairs. */
  static final int MOST_ASKED = 12;

  private Grams() {}

  static Set<String> of(String text) {
    int[] characters =
        Normalizer.normalize(text, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(c -> Character.isLetterOrDigit(c))
            .toArray();
    Set<String> pairs = new LinkedHashSet<>();
    for (int i = 0; i + 1 < characters.length; i++) {
      pairs.add(new String(characters, i, 2));
    }
    return pairs;
  }
}
