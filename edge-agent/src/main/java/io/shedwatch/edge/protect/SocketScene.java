package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.RelayPosition;
import java.util.Set;

/**
 * What stands around one sample of a socket.
 *
 * @param relay where the relay says it stands
 * @param openSince epoch milliseconds since when the relay is ordered open; {@link #CLOSED} while
 *     it is to be closed
 * @param stuckOpen whether the relay stays open although it is ordered closed
 * @param coolestNeighbour degrees Celsius; {@code NaN}: no neighbour measures
 * @param neighbourVolts median of the other sockets, V; {@code NaN}: none measures
 * @param open kinds of this socket's open alarms
 * @param cut kinds of those among them that opened the relay
 */
public record SocketScene(
    RelayPosition relay,
    long openSince,
    boolean stuckOpen,
    double coolestNeighbour,
    double neighbourVolts,
    Set<AlarmKind> open,
    Set<AlarmKind> cut) {
  public static final long CLOSED = Long.MAX_VALUE;
}
