package io.shedwatch.edge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long the box itself has had power, as Linux tells it. */
public final class FileUptime {
  private static final Path UPTIME = Path.of("/proc/uptime");

  /** An agent that starts this soon after its box starts because of the box. */
  private static final double YOUNG_SECONDS = 300;

  private FileUptime() {}

  /**
   * What lies before this start; where nobody tells, the careful answer: only the agent was away.
   */
  public static ShedParts.Start start() {
    return start(UPTIME);
  }

  static ShedParts.Start start(Path uptime) {
    try {
      String text = Files.readString(uptime).strip();
      double seconds = Double.parseDouble(text.split(" ", 2)[0]);
      return seconds < YOUNG_SECONDS ? ShedParts.Start.AFTER_POWER_CUT : ShedParts.Start.AGENT_ONLY;
    } catch (IOException | NumberFormatException e) {
      return ShedParts.Start.AGENT_ONLY;
    }
  }
}
