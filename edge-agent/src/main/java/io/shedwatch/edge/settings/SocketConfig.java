package io.shedwatch.edge.settings;

import java.util.Optional;
import java.util.stream.Stream;

/** One socket. */
public record SocketConfig(
    @Setting(least = 1, most = 256, says = "Its number in the shed, as painted on it.") int socket,
    @Setting(says = "What measures it.") MeterConfig meter,
    @Setting(says = "What switches it; without one it is only watched.")
        Optional<RelayConfig> relay,
    @Setting(standard = "", says = "Contacts of this socket.") ContactsConfig contacts) {
  /** The buses that it needs. */
  Stream<String> busNames() {
    return Stream.of(
            meter.bus().stream(),
            relay.map(RelayConfig::bus).stream(),
            contacts.all().map(ContactConfig::bus))
        .flatMap(names -> names);
  }
}
