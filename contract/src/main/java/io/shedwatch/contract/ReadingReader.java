package io.shedwatch.contract;

import java.io.IOException;

/** One socket of a readings message. The hot path: no string and no list is made here. */
final class ReadingReader {
  private static final Words<Usage> USAGES = Words.of(Usage.values(), Usage::word);
  private static final Words<RelayPosition> POSITIONS =
      Words.of(RelayPosition.values(), RelayPosition::word);

  private static final FieldTable FIELDS =
      FieldTable.of(
          "socket", "usage", "relay", "volts", "amperes", "watts", "wattHours", "celsius");
  private static final int SOCKET = 0;
  private static final int USAGE = 1;
  private static final int RELAY = 2;
  private static final int VOLTS = 3;
  private static final int AMPERES = 4;
  private static final int WATTS = 5;
  private static final int WATT_HOURS = 6;
  private static final int CELSIUS = 7;
  private static final int REQUIRED = FIELDS.bits("socket", "usage");
  private static final int ALL = (1 << FIELDS.size()) - 1;

  /** By field; the two words have none. */
  private static final Bounds.Range[] RANGES = {
    new Bounds.Range(1, Bounds.MAX_SOCKETS),
    Bounds.NOTHING,
    Bounds.NOTHING,
    Bounds.VOLTS,
    Bounds.AMPERES,
    Bounds.WATTS,
    Bounds.WATT_HOURS,
    Bounds.CELSIUS
  };

  /** The numbers of the reading at hand, by field. */
  private final double[] numbers = new double[RANGES.length];

  /** The sockets that this message told already, one bit each. */
  private final long[] told = new long[Bounds.MAX_SOCKETS / Long.SIZE + 1];

  Reading read(TokenCursor in) throws IOException, Refusal {
    in.enterObject();
    int seen = 0;
    Usage usage = Usage.UNKNOWN;
    RelayPosition relay = RelayPosition.UNTOLD;
    int field = -1;
    while ((field = in.nextField(FIELDS, field + 1)) != FieldTable.END) {
      seen = in.once(seen, field);
      if (field == USAGE) {
        usage = in.word(USAGES, Usage.UNKNOWN);
      } else if (field == RELAY) {
        relay = in.word(POSITIONS, RelayPosition.UNTOLD);
      } else {
        numbers[field] = in.number(RANGES[field]);
      }
    }
    FIELDS.require(seen, REQUIRED);
    if (seen != ALL) {
      forgetTheReadingBefore(seen);
    }
    return new Reading(
        tellOnce(numbers[SOCKET]),
        usage,
        relay,
        numbers[VOLTS],
        numbers[AMPERES],
        numbers[WATTS],
        numbers[WATT_HOURS],
        numbers[CELSIUS]);
  }

  private void forgetTheReadingBefore(int seen) {
    for (int field = VOLTS; field <= CELSIUS; field++) {
      if ((seen & 1 << field) == 0) {
        numbers[field] = Double.NaN;
      }
    }
  }

  /** Shed, socket and time are the key of a stored reading, so that a second one would hide one. */
  private int tellOnce(double number) throws Refusal {
    int socket = (int) number;
    if (socket != number) {
      throw Refusal.illTyped("socket", "must be a whole number");
    }
    long bit = 1L << (socket % Long.SIZE);
    int at = socket / Long.SIZE;
    if ((told[at] & bit) != 0) {
      throw Refusal.illTyped("socket " + socket, "is told twice");
    }
    told[at] |= bit;
    return socket;
  }
}
