package io.shedwatch.simulation.load;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** One shed's side of the contract: its boot, its gapless seq, its readings and alarms. */
final class ShedVoice {
  private final ShedAddress address;
  private final BootId boot;
  private final int sockets;
  private long seq;
  private Optional<AlarmId> open = Optional.empty();

  ShedVoice(ShedAddress address, BootId boot, int sockets) {
    this.address = address;
    this.boot = boot;
    this.sockets = sockets;
  }

  ShedAddress address() {
    return address;
  }

  BootId boot() {
    return boot;
  }

  /** The last seq drawn. */
  long seq() {
    return seq;
  }

  Status birth(long at) {
    Stamp stamp = next(at);
    return new Status(
        stamp,
        ShedState.ONLINE,
        OptionalLong.of(at), // Later runs are later boots of the same sheds.
        Optional.empty(),
        "load",
        sockets,
        OptionalInt.empty(),
        List.of(new SeqRange(boot, stamp.seq(), stamp.seq())),
        Optional.of(List.of()));
  }

  /** Every socket charges at a power that wanders a little with the seq. */
  Readings readings(long at) {
    Stamp stamp = next(at);
    List<Reading> readings = new ArrayList<>(sockets);
    for (int socket = 1; socket <= sockets; socket++) {
      double watts = 150 + (stamp.seq() * 7 + socket * 13L) % 40;
      double wattHours = 1_000 + stamp.seq() * 0.05;
      readings.add(
          new Reading(
              socket,
              Usage.CHARGING,
              RelayPosition.CLOSED,
              229.5,
              watts / 138,
              watts,
              wattHours,
              31));
    }
    return new Readings(stamp, readings, List.of(), List.of());
  }

  /** Raises an overcurrent at socket 1, or clears the one that is open. */
  Alarm alarm(long at) {
    Stamp stamp = next(at);
    boolean raise = open.isEmpty();
    AlarmId id = open.orElseGet(() -> new AlarmId(boot + "-" + stamp.seq()));
    open = raise ? Optional.of(id) : Optional.empty();
    return new Alarm(
        stamp,
        id,
        OptionalInt.of(1),
        AlarmKind.OVERCURRENT,
        raise ? AlarmPhase.RAISED : AlarmPhase.CLEARED,
        16.2,
        5.5,
        AlarmAction.RELAY_OPENED,
        1);
  }

  private Stamp next(long at) {
    return new Stamp(boot, ++seq, at, false);
  }
}
