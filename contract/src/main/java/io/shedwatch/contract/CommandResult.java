package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What became of a command. */
public enum CommandResult {
  DONE("done"),
  REFUSED("refused"),
  EXPIRED("expired");

  private static final Map<String, CommandResult> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(CommandResult::word, Function.identity()));

  private final String word;

  CommandResult(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The constant of that word, or empty for an unknown word. */
  public static Optional<CommandResult> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }
}
