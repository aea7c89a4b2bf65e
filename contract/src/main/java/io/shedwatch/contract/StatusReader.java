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

  private static final int STATE = 1;
  private static final int BIRTH = 1 << 1;
  private static final int BOOT_NUMBER = 1 << 2;
  private static final int PREVIOUS = 1 << 3;
  private static final int AGENT = 1 << 4;
  private static final int SOCKETS = 1 << 5;
  private static final int LIMITS = 1 << 6;
  private static final int HOLDS = 1 << 7;
  private static final int OPEN = 1 << 8;

  private final StampReader stamp = new StampReader(1);
  private int seen;
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
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "state" -> {
        seen = in.once(seen, STATE);
        state = in.word(STATES);
      }
      case "birth" -> {
        seen = in.once(seen, BIRTH);
        birth = in.integer(1, Stamp.MAX_SEQ);
      }
      case "bootNumber" -> {
        seen = in.once(seen, BOOT_NUMBER);
        bootNumber = OptionalLong.of(in.integer(0, Stamp.MAX_SEQ));
      }
      case "previous" -> {
        seen = in.once(seen, PREVIOUS);
        previous = Optional.of(new BootId(in.identity()));
      }
      case "agent" -> {
        seen = in.once(seen, AGENT);
        agent = in.text(Bounds.MAX_NAME_CHARS);
      }
      case "sockets" -> {
        seen = in.once(seen, SOCKETS);
        sockets = in.integer(0, Bounds.MAX_SOCKETS);
      }
      case "limits" -> {
        seen = in.once(seen, LIMITS);
        limits = OptionalInt.of(in.integer(0, Bounds.MAX_COUNT));
      }
      case "holds" -> {
        seen = in.once(seen, HOLDS);
        holds = RangesReader.read(in);
      }
      case "open" -> {
        seen = in.once(seen, OPEN);
        open = Optional.of(alarmIds(in));
      }
      default -> stamp.field(in);
    }
  }

  @Override
  public FromEdge message() throws Refusal {
    Required.check(seen, STATE, "state");
    if (state == ShedState.LOST) {
      BootId boot = stamp.requireBoot();
      Required.check(seen, BIRTH, "birth");
      return new Will(boot, birth);
    }
    return new Status(
        stamp.stamp(), state, bootNumber, previous, agent, sockets, limits, holds, open);
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
