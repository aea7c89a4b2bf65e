package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The state that a status message carries. */
public enum ShedState {
  ONLINE("online"),
  /** A clean stop. */
  OFFLINE("offline"),
  /** Said by the MQTT will: the connection broke. */
  LOST("lost");

  private static final Map<String, ShedState> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(ShedState::word, Function.identity()));

  private final String word;

  ShedState(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<ShedState> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
