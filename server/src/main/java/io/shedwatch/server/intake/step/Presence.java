package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedState;
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
 */
public record Presence(
    Optional<ShedState> state,
    long heardAt,
    Optional<BootId> birthBoot,
    long birthSeq,
    long lostAt,
    Optional<String> offlineAlert) {
  public static final Presence NOBODY =
      new Presence(Optional.empty(), 0, Optional.empty(), 0, 0, Optional.empty());

  Presence heard(ShedState newState, long now) {
    return new Presence(
        Optional.of(newState),
        Math.max(heardAt, now),
        birthBoot,
        birthSeq,
        newState == ShedState.LOST ? lostAt : 0,
        offlineAlert);
  }

  Presence born(BootId boot, long seq) {
    return new Presence(state, heardAt, Optional.of(boot), seq, lostAt, offlineAlert);
  }

  Presence lost(long now) {
    return new Presence(
        Optional.of(ShedState.LOST), heardAt, birthBoot, birthSeq, now, offlineAlert);
  }

  Presence offline(Optional<String> alert) {
    return new Presence(state, heardAt, birthBoot, birthSeq, lostAt, alert);
  }
}
