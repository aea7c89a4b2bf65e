package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedState;
import java.util.List;
import java.util.Optional;

/**
 * Whether somebody is there. Times are the server's, epoch milliseconds; 0: never.
 *
 * @param state empty before anything was heard
 * @param heardAt of the newest live message
 * @param birthBoot boot of the newest online status
 * @param birthSeq its seq; a will counts only for this one
 * @param lostAt when the will came
 * @param offlineAlert the active shed-offline alert; empty: none
 * @param openAtBirth the alarms that the newest birth listed as open, until everything said before
 *     that birth was received and the list can be compared
 */
public record Presence(
    Optional<ShedState> state,
    long heardAt,
    Optional<BootId> birthBoot,
    long birthSeq,
    long lostAt,
    Optional<String> offlineAlert,
    Optional<OpenAtBirth> openAtBirth) {
  public static final Presence NOBODY =
      new Presence(Optional.empty(), 0, Optional.empty(), 0, 0, Optional.empty(), Optional.empty());

  /**
   * What a birth listed.
   *
   * @param at epoch milliseconds of the birth at the place
   * @param alarms ids
   */
  public record OpenAtBirth(long at, List<String> alarms) {
    public OpenAtBirth {
      alarms = List.copyOf(alarms);
    }
  }

  Presence heard(ShedState newState, long now) {
    return new Presence(
        Optional.of(newState),
        Math.max(heardAt, now),
        birthBoot,
        birthSeq,
        newState == ShedState.LOST ? lostAt : 0,
        offlineAlert,
        openAtBirth);
  }

  Presence born(BootId boot, long seq, Optional<OpenAtBirth> open) {
    return new Presence(state, heardAt, Optional.of(boot), seq, lostAt, offlineAlert, open);
  }

  Presence lost(long now) {
    return new Presence(
        Optional.of(ShedState.LOST), heardAt, birthBoot, birthSeq, now, offlineAlert, openAtBirth);
  }

  Presence offline(Optional<String> alert) {
    return new Presence(state, heardAt, birthBoot, birthSeq, lostAt, alert, openAtBirth);
  }

  Presence compared() {
    return new Presence(
        state, heardAt, birthBoot, birthSeq, lostAt, offlineAlert, Optional.empty());
  }
}
