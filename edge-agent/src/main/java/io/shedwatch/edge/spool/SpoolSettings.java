package io.shedwatch.edge.spool;

import java.nio.file.Path;

/**
 * Where and how much one shed's spool keeps.
 *
 * @param file of this shed alone; its folder must exist
 * @param maxMegabytes of messages, 1 to 10,000; the file itself grows to about a tenth more. A shed
 *     of 11 sockets writes below 1 MB a day
 * @param maxMessages of all kinds, 1,000 to 10,000,000
 */
public record SpoolSettings(Path file, int maxMegabytes, int maxMessages) {
  public static final int DEFAULT_MEGABYTES = 64;
  public static final int DEFAULT_MESSAGES = 500_000;

  public SpoolSettings {
    if (maxMegabytes < 1 || maxMegabytes > 10_000) {
      throw new IllegalArgumentException("a spool has 1 to 10,000 MB, not " + maxMegabytes);
    }
    if (maxMessages < 1_000 || maxMessages > 10_000_000) {
      throw new IllegalArgumentException(
          "a spool has 1,000 to 10,000,000 messages, not " + maxMessages);
    }
  }

  public static SpoolSettings at(Path file) {
    return new SpoolSettings(file, DEFAULT_MEGABYTES, DEFAULT_MESSAGES);
  }

  Room room() {
    return new Room(maxMegabytes * 1_000_000L, maxMessages);
  }
}
