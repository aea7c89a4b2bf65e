package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the alarm begins or ends. */
public enum AlarmPhase {
  RAISED("raised"),
  CLEARED("cleared");

  private static final Map<String, AlarmPhase> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AlarmPhase::word, Function.identity()));

  private final String word;

  AlarmPhase(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<AlarmPhase> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
