package io.shedwatch.edge.settings;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The known word that a mistyped one most likely meant, by edit distance. */
final class Nearest {
  private Nearest() {}

  static String of(String typed, List<String> known) {
    return known.stream()
        .min(Comparator.comparingInt(word -> distance(lower(typed), lower(word))))
        .orElse("");
  }

  private static String lower(String word) {
    return word.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
  }

  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[other.length()];
  }
}
