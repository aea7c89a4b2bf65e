package io.shedwatch.edge.usage;

import io.shedwatch.edge.usage.Occupancy.Charging;
import io.shedwatch.edge.usage.Occupancy.Cut;
import io.shedwatch.edge.usage.Occupancy.Finished;
import io.shedwatch.edge.usage.Occupancy.Free;
import io.shedwatch.edge.usage.Occupancy.Probe;
import java.util.Optional;

/**
 * What is kept of a usage over a restart, as one word line: {@code on|off free}, {@code on|off
 * charging STARTED}, {@code on|off finished STARTED FINISHED CUT}, where {@code off} is disabled.
 * Trips and faults are not in it: they are the open alarms.
 */
public final class UseText {
  private UseText() {}

  public static String write(SocketUse use) {
    String head = use.disabled() ? "off " : "on ";
    if (use.occupancy() instanceof Charging charging) {
      return head + "charging " + charging.startedAt();
    }
    if (use.occupancy() instanceof Finished finished) {
      return head
          + "finished "
          + finished.startedAt()
          + " "
          + finished.finishedAt()
          + " "
          + finished.cut();
    }
    return head + "free";
  }

  /**
   * The usage that a line tells.
   *
   * @param now epoch milliseconds, from which a cut socket's next probe counts
   * @return empty for a line that another version wrote
   */
  public static Optional<SocketUse> read(String line, long now) {
    String[] words = line.split(" ", -1);
    try {
      boolean disabled = words[0].equals("off");
      if (!disabled && !words[0].equals("on")) {
        return Optional.empty();
      }
      return Optional.of(new SocketUse(occupancy(words, now), false, disabled, false));
    } catch (ArrayIndexOutOfBoundsException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Occupancy occupancy(String[] words, long now) {
    return switch (words[1]) {
      case "free" -> Free.QUIET;
      case "charging" -> Charging.from(Long.parseLong(words[2]));
      case "finished" -> finished(words, now);
      default -> throw new IllegalArgumentException(words[1]);
    };
  }

  private static Finished finished(String[] words, long now) {
    Cut cut = Cut.valueOf(words[4]);
    Finished finished = Finished.at(Long.parseLong(words[2]), Long.parseLong(words[3]));
    return cut == Cut.NONE ? finished : finished.cut(cut, now).with(Probe.waitingFrom(now));
  }
}
