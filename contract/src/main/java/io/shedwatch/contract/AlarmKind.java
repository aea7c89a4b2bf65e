package io.shedwatch.contract;

import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What an edge alarm is about (报警). */
public enum AlarmKind {
  OVERCURRENT("overcurrent"),
  OVERPOWER("overpower"),
  SHED_OVERLOAD("shed-overload"),
  OVERTEMPERATURE("overtemperature"),
  RESIDUAL_CURRENT("residual-current"),
  SMOKE("smoke"),
  UNDERVOLTAGE("undervoltage"),
  OVERVOLTAGE("overvoltage"),
  RELAY_WELDED("relay-welded"),
  FUSE_BLOWN("fuse-blown"),
  METER_FROZEN("meter-frozen"),
  METER_LOST("meter-lost"),
  OTHER("other");

  private static final Map<String, AlarmKind> BY_WORD =
      Arrays.stream(values())
          .collect(Collectors.toUnmodifiableMap(AlarmKind::word, Function.identity()));

  private final String word;

  AlarmKind(String word) {
    this.word = word;
  }

  /** The word on the wire, in SQL, in InfluxDB and in HTTP alike. */
  public String word() {
    return word;
  }

  /** The kind of that word; {@link #OTHER} for a word that this version does not know. */
  public static AlarmKind ofWord(String word) {
    return BY_WORD.getOrDefault(word, OTHER);
  }

  /** Latched alarms clear by a reset only, never by themselves (DESIGN, "Alarms hold"). */
  public boolean latched() {
    return switch (this) {
      case OVERCURRENT,
          OVERPOWER,
          SHED_OVERLOAD,
          OVERTEMPERATURE,
          RESIDUAL_CURRENT,
          SMOKE,
          RELAY_WELDED ->
          true;
      case UNDERVOLTAGE, OVERVOLTAGE, FUSE_BLOWN, METER_FROZEN, METER_LOST, OTHER -> false;
    };
  }

  /** Alarms that may be reset only by somebody standing at the shed, never remotely. */
  public boolean resetOnlyAtTheShed() {
    return switch (this) {
      case OVERTEMPERATURE, RESIDUAL_CURRENT, SMOKE, RELAY_WELDED -> true;
      default -> false;
    };
  }
}
