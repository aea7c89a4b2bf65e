package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The seven channels: the last level of a topic. */
public enum Channel {
  STATUS("status"),
  READINGS("readings"),
  ALARMS("alarms"),
  OUTCOMES("outcomes"),
  COMMANDS("commands"),
  LIMITS("limits"),
  STORED("stored");

  private static final Map<String, Channel> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Channel::word, Function.identity()));

  private final String word;

  Channel(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<Channel> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** Whether the edge agent writes here; the server writes the others. */
  public boolean fromEdge() {
    return switch (this) {
      case STATUS, READINGS, ALARMS, OUTCOMES -> true;
      case COMMANDS, LIMITS, STORED -> false;
    };
  }

  /** Whether the broker keeps the newest message. */
  public boolean retained() {
    return switch (this) {
      case STATUS, LIMITS, STORED -> true;
      case READINGS, ALARMS, OUTCOMES, COMMANDS -> false;
    };
  }
}
