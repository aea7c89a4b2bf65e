package io.shedwatch.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Births, clean deaths, and the will, which is told by its state {@code lost}. */
final class StatusReader implements MessageReader {
  private static final Words<ShedState> STATES = Words.of(ShedState.values(), ShedState::word);

  private static final FieldTable FIELDS =
      FieldTable.stamped(
          "state",
          "agent",
          "sockets",
          "limits",
          "holds",
          "open",
          "bootNumber",
          "previous",
          "birth");
  private static final int STATE = 4;
  private static final int AGENT = 5;
  private static final int SOCKETS = 6;
  private static final int LIMITS = 7;
  private static final int HOLDS = 8;
  private static final int OPEN = 9;
  private static final int BOOT_NUMBER = 10;
  private static final int PREVIOUS = 11;
  private static final int BIRTH = 12;
  private static final int REQUIRED = FIELDS.bits("boot", "seq", "at", "state");
  private static final int REQUIRED_OF_WILL = FIELDS.bits("boot", "birth");

  private final StampReader stamp = new StampReader(1);
  private ShedState state = ShedState.ONLINE;
  private long birth;
  private OptionalLong bootNumber = OptionalLong.empty();
  private Optional<BootId> previous = Optional.empty();
  private String agent = "";
  private int sockets;
  private OptionalInt limits = OptionalInt.empty();
  private List<SeqRange> holds = List.of();
  private Optional<List<AlarmId>> open = Optional.empty();

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case STATE -> state = in.word(STATES);
      case BIRTH -> birth = in.integer(1, Stamp.MAX_SEQ);
      case BOOT_NUMBER -> bootNumber = OptionalLong.of(in.integer(0, Stamp.MAX_SEQ));
      case PREVIOUS -> previous = Optional.of(new BootId(in.identity()));
      case AGENT -> agent = in.text(Bounds.MAX_NAME_CHARS);
      case SOCKETS -> sockets = in.integer(0, Bounds.MAX_SOCKETS);
      case LIMITS -> limits = OptionalInt.of(in.integer(0, Bounds.MAX_COUNT));
      case HOLDS -> holds = RangesReader.read(in);
      case OPEN -> open = Optional.of(alarmIds(in));
      default -> stamp.field(field, in);
    }
  }

  @Override
  public FromEdge message(int seen) throws Refusal {
    if (state == ShedState.LOST) {
      FIELDS.require(seen, REQUIRED_OF_WILL);
      return new Will(stamp.boot().orElseThrow(), birth);
    }
    FIELDS.require(seen, REQUIRED);
    return new Status(
        stamp.stamp(), state, bootNumber, previous, agent, sockets, limits, holds, open);
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }

  private static List<AlarmId> alarmIds(TokenCursor in) throws IOException, Refusal {
    in.enterList();
    List<AlarmId> ids = new ArrayList<>();
    while (in.nextItem()) {
      if (ids.size() == Bounds.MAX_OPEN_ALARMS) {
        throw Refusal.implausible(in.name(), "has more than " + Bounds.MAX_OPEN_ALARMS + " ids");
      }
      ids.add(new AlarmId(in.identity()));
    }
    return ids;
  }
}
