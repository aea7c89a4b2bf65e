package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What protection did when it raised the alarm. */
public enum AlarmAction {
  NONE("none"),
  RELAY_OPENED("relay-opened");

  private static final Map<String, AlarmAction> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AlarmAction::word, Function.identity()));

  private final String word;

  AlarmAction(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<AlarmAction> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
