package io.shedwatch.server.live;

import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import java.util.Locale;

/**
 * What may be believed of a shed at a time. Only an online shed that was heard in the last three
 * minutes is believed; of all others every socket is unknown, never free.
 *
 * @param state what the shed is shown as
 * @param believed whether its sockets' last usage still counts
 */
record Judgement(State state, boolean believed) {
  /** A shed that said nothing for so long is not believed any more (server's receipt time). */
  static final long SILENT_MILLIS = 180_000;

  /** The word in JSON. */
  enum State {
    ONLINE,
    /** A clean stop: said goodbye. */
    OFFLINE,
    /** Its connection broke, as its will tells. */
    LOST,
    /** Never heard, or silent for {@link #SILENT_MILLIS}. */
    UNKNOWN;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static Judgement of(ShedLive shed, long now) {
    ShedState told = shed.state().orElse(ShedState.ONLINE);
    if (told == ShedState.LOST) {
      return new Judgement(State.LOST, false);
    }
    if (told == ShedState.OFFLINE) {
      return new Judgement(State.OFFLINE, false);
    }
    boolean silent = shed.heardAt() == 0 || now - shed.heardAt() >= SILENT_MILLIS;
    return silent ? new Judgement(State.UNKNOWN, false) : new Judgement(State.ONLINE, true);
  }

  /** The usage to show for a socket of that shed. */
  Usage usage(SocketLive socket) {
    return believed ? socket.reading().usage() : Usage.UNKNOWN;
  }
}
