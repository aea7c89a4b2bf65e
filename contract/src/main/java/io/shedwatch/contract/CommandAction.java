package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a command asks for. */
public enum CommandAction {
  OPEN_RELAY("open-relay"),
  CLOSE_RELAY("close-relay"),
  RESET_TRIP("reset-trip");

  private static final Map<String, CommandAction> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(CommandAction::word, Function.identity()));

  private final String word;

  CommandAction(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<CommandAction> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
