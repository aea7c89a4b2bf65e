package io.shedwatch.contract;

import java.io.IOException;

/** One socket of a readings message. The hot path: no string and no list is made here. */
final class ReadingReader {
  private static final Words<Usage> USAGES = Words.of(Usage.values(), Usage::word);
  private static final Words<RelayPosition> POSITIONS =
      Words.of(RelayPosition.values(), RelayPosition::word);

  private static final int SOCKET = 1;
  private static final int USAGE = 1 << 1;
  private static final int RELAY = 1 << 2;
  private static final int VOLTS = 1 << 3;
  private static final int AMPERES = 1 << 4;
  private static final int WATTS = 1 << 5;
  private static final int WATT_HOURS = 1 << 6;
  private static final int CELSIUS = 1 << 7;

  /** The sockets that this message told already, one bit each. */
  private final long[] told = new long[Bounds.MAX_SOCKETS / Long.SIZE + 1];

  Reading read(TokenCursor in) throws IOException, Refusal {
    in.enterObject();
    int seen = 0;
    int socket = 0;
    Usage usage = Usage.UNKNOWN;
    RelayPosition relay = RelayPosition.UNTOLD;
    double volts = Double.NaN;
    double amperes = Double.NaN;
    double watts = Double.NaN;
    double wattHours = Double.NaN;
    double celsius = Double.NaN;
    while (in.nextField()) {
      switch (in.name()) {
        case "socket" -> {
          seen = in.once(seen, SOCKET);
          socket = in.integer(1, Bounds.MAX_SOCKETS);
        }
        case "usage" -> {
          seen = in.once(seen, USAGE);
          usage = in.word(USAGES, Usage.UNKNOWN);
        }
        case "relay" -> {
          seen = in.once(seen, RELAY);
          relay = in.word(POSITIONS, RelayPosition.UNTOLD);
        }
        case "volts" -> {
          seen = in.once(seen, VOLTS);
          volts = in.number(Bounds.VOLTS);
        }
        case "amperes" -> {
          seen = in.once(seen, AMPERES);
          amperes = in.number(Bounds.AMPERES);
        }
        case "watts" -> {
          seen = in.once(seen, WATTS);
          watts = in.number(Bounds.WATTS);
        }
        case "wattHours" -> {
          seen = in.once(seen, WATT_HOURS);
          wattHours = in.number(Bounds.WATT_HOURS);
        }
        case "celsius" -> {
          seen = in.once(seen, CELSIUS);
          celsius = in.number(Bounds.CELSIUS);
        }
        default -> in.skip();
      }
    }
    Required.check(seen, SOCKET, "socket");
    Required.check(seen, USAGE, "usage");
    tellOnce(socket);
    return new Reading(socket, usage, relay, volts, amperes, watts, wattHours, celsius);
  }

  /** Shed, socket and time are the key of a stored reading, so that a second one would hide one. */
  private void tellOnce(int socket) throws Refusal {
    long bit = 1L << (socket % Long.SIZE);
    int at = socket / Long.SIZE;
    if ((told[at] & bit) != 0) {
      throw Refusal.illTyped("socket " + socket, "is told twice");
    }
    told[at] |= bit;
  }
}
