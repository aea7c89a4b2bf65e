package io.shedwatch.edge.spool;

/**
 * How much a spool may hold, and what goes when it is full: the oldest readings, then births, and
 * alarms last. A fifth is reserved for alarms and outcomes: readings and births never take it.
 *
 * @param maxBytes of all messages, each with {@value #OVERHEAD_BYTES} bytes of the file's own
 * @param maxMessages of all kinds together
 */
record Room(long maxBytes, long maxMessages) {
  /** What SQLite needs around a body: cell, key, page fill. */
  static final int OVERHEAD_BYTES = 48;

  /** When something must go a little more goes, so that not every commit drops. */
  private static final int SLACK_PARTS = 100;

  /** What a spool holds of one kind, or what has to go. */
  record Load(long bytes, long messages) {
    static final Load NONE = new Load(0, 0);

    Load plus(Load other) {
      return new Load(bytes + other.bytes, messages + other.messages);
    }

    Load minus(Load other) {
      return new Load(bytes - other.bytes, messages - other.messages);
    }

    static Load ofBody(long bodyBytes) {
      return new Load(bodyBytes + OVERHEAD_BYTES, 1);
    }

    boolean covers(Load other) {
      return bytes >= other.bytes && messages >= other.messages;
    }
  }

  /** What has to go of each kind, at least. */
  record Excess(Load readings, Load births, Load alarms) {
    boolean isNone() {
      return readings.equals(Load.NONE) && births.equals(Load.NONE) && alarms.equals(Load.NONE);
    }
  }

  /** What has to go when this much is held; nothing while there is room. */
  Excess excess(Load readings, Load births, Load alarms) {
    Load tooManyAlarms = above(alarms, maxBytes, maxMessages);
    Load alarmsLeft = alarms.minus(tooManyAlarms);
    long bytesForOthers = Math.min(maxBytes / 5 * 4, maxBytes - alarmsLeft.bytes());
    long messagesForOthers = Math.min(maxMessages / 5 * 4, maxMessages - alarmsLeft.messages());
    Load others = readings.plus(births);
    Load tooMany = above(others, bytesForOthers, messagesForOthers);
    Load fromReadings = smaller(tooMany, readings);
    Load fromBirths = above(births, bytesForOthers, messagesForOthers);
    return new Excess(fromReadings, fromBirths, tooManyAlarms);
  }

  private Load above(Load held, long bytes, long messages) {
    if (held.bytes() <= bytes && held.messages() <= messages) {
      return Load.NONE;
    }
    return smaller(
        new Load(
            Math.max(0, held.bytes() - bytes + maxBytes / SLACK_PARTS),
            Math.max(0, held.messages() - messages + maxMessages / SLACK_PARTS)),
        held);
  }

  private static Load smaller(Load one, Load other) {
    return new Load(
        Math.min(one.bytes(), other.bytes()), Math.min(one.messages(), other.messages()));
  }
}
