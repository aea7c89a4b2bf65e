package io.shedwatch.edge.settings;

import java.util.Optional;
import java.util.stream.Stream;

/** Dry contacts of a socket or a shed. */
public record ContactsConfig(
    @Setting(says = "A smoke detector's contact.") Optional<ContactConfig> smoke,
    @Setting(says = "Tripped contact of a residual-current device.")
        Optional<ContactConfig> residualCurrent,
    @Setting(says = "A plug is in; decides what is free.") Optional<ContactConfig> plug,
    @Setting(says = "The device's collective fault.") Optional<ContactConfig> fault,
    @Setting(says = "Push button that resets alarms, for somebody who stands there.")
        Optional<ContactConfig> reset) {
  Stream<ContactConfig> all() {
    return Stream.of(smoke, residualCurrent, plug, fault, reset).flatMap(Optional::stream);
  }
}
