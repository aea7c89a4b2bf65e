package io.shedwatch.server.rule;

import io.shedwatch.server.alert.Severity;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every rule, with its default severity and what may be changed about it. */
public enum RuleName {
  HARDWARE("hardware", Severity.MAJOR, Judge.EDGE, List.of()),
  SHED_OFFLINE("shed-offline", Severity.MAJOR, Judge.SERVER, ShedOffline.PARAMETERS),
  SHARED_SOCKET("shared-socket", Severity.MAJOR, Judge.READINGS, SharedSocket.PARAMETERS),
  NOT_A_CHARGER("not-a-charger", Severity.CRITICAL, Judge.READINGS, NotACharger.PARAMETERS),
  LONG_CHARGE("long-charge", Severity.MINOR, Judge.READINGS, LongCharge.PARAMETERS),
  IDLE_OCCUPIED("idle-occupied", Severity.MINOR, Judge.READINGS, IdleOccupied.PARAMETERS),
  FLY_LINE_PRESSURE("fly-line-pressure", Severity.MAJOR, Judge.SERVER, FlyLinePressure.PARAMETERS),
  FLY_LINE_REPORTED("fly-line-reported", Severity.MAJOR, Judge.PEOPLE, List.of()),
  COMMAND_UNCONFIRMED(
      "command-unconfirmed", Severity.MINOR, Judge.SERVER, CommandUnconfirmed.PARAMETERS),
  CLOCK_SKEW("clock-skew", Severity.MINOR, Judge.SERVER, ClockSkew.PARAMETERS),
  STORE_BEHIND("store-behind", Severity.MINOR, Judge.SERVER, StoreBehind.PARAMETERS),
  MESSAGES_REJECTED("messages-rejected", Severity.MINOR, Judge.SERVER, MessagesRejected.PARAMETERS),
  LANE_STOPPED("lane-stopped", Severity.MAJOR, Judge.SERVER, List.of()),
  SHED_TWIN("shed-twin", Severity.MAJOR, Judge.SERVER, List.of()),
  LATCH_FORGOTTEN("latch-forgotten", Severity.CRITICAL, Judge.EDGE, List.of());

  /** Who sees the condition. */
  public enum Judge {
    /** The agent in the shed; the server repeats it. */
    EDGE,
    /** Readings alone: what was stored can be judged again. */
    READINGS,
    /** The server, about itself and its sheds. */
    SERVER,
    /** Somebody who reports it. */
    PEOPLE
  }

  private static final Map<String, RuleName> BY_WORD =
      Stream.of(values()).collect(Collectors.toMap(RuleName::word, Function.identity()));

  private final String word;
  private final Severity severity;
  private final Judge judge;

  @SuppressWarnings("ImmutableEnumChecker") // Made by toList(), of records.
  private final List<Parameter> parameters;

  RuleName(String word, Severity severity, Judge judge, List<Parameter> own) {
    this.word = word;
    this.severity = severity;
    this.judge = judge;
    this.parameters = Stream.concat(own.stream(), LifeCycle.PARAMETERS.stream()).toList();
  }

  public String word() {
    return word;
  }

  public static Optional<RuleName> ofWord(String word) {
    return Optional.ofNullable(BY_WORD.get(word));
  }

  /** The severity of its alerts; hardware has one a kind, and some get worse with time. */
  public Severity severity() {
    return severity;
  }

  public Judge judge() {
    return judge;
  }

  /** Its own, then those of the life cycle. */
  public List<Parameter> parameters() {
    return parameters;
  }
}
