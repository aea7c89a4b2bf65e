package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What a socket is used for (使用状态), decided by the edge agent, which sees every sample. */
public enum Usage {
  FREE("free"),
  CHARGING("charging"),
  /** Full, still occupied. */
  FINISHED("finished"),
  /** Cut by protection; open until a person resets the trip. */
  TRIPPED("tripped"),
  FAULTED("faulted"),
  /** Switched off by a person. */
  DISABLED("disabled"),
  /** A word from a newer contract, or a socket of a shed that is silent: never shown as free. */
  UNKNOWN("unknown");

  private static final Map<String, Usage> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(Usage::word, Function.identity()));

  private final String word;

  Usage(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The usage of that word; {@link #UNKNOWN} for a word that this version does not know. */
  public static Usage ofWord(String word) {
    return BY_WORD.getOrDefault(word, UNKNOWN);
  }
}
