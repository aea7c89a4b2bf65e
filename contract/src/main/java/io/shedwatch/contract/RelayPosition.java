package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Where a relay stands. */
public enum RelayPosition {
  OPEN("open"),
  CLOSED("closed"),
  /** The device did not say; never on the wire. */
  UNTOLD("untold");

  private static final Map<String, RelayPosition> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(RelayPosition::word, Function.identity()));

  private final String word;

  RelayPosition(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The position of that word; {@link #UNTOLD} for a word that this version does not know. */
  public static RelayPosition ofWord(String word) {
    return BY_WORD.getOrDefault(word, UNTOLD);
  }
}
