package io.shedwatch.server.settings;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds what somebody meant to write. */
public final class NearestKey {
  private NearestKey() {}

  /**
   * The known key with the fewest changed letters, among equals the one with the longest common
   * start; empty when nothing is known.
   */
  public static Optional<String> of(String written, Collection<String> known) {
    return known.stream()
        .min(
            Comparator.<String>comparingInt(key -> distance(written, key))
                .thenComparing(key -> -commonStart(written, key))
                .thenComparing(Comparator.naturalOrder()));
  }

  private static int commonStart(String a, String b) {
    int length = 0;
    while (length < Math.min(a.length(), b.length()) && a.charAt(length) == b.charAt(length)) {
      length++;
    }
    return length;
  }

  /** Levenshtein's distance: letters inserted, deleted or replaced. */
  static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
