package io.shedwatch.edge.protect;

import io.shedwatch.contract.AlarmKind;
import io.shedwatch.edge.meter.Contacts;
import java.util.Set;

/**
 * What is seen of a whole shed at one tick; only meters that can be believed count.
 *
 * @param watts sum of its sockets, W
 * @param volts median of its sockets that have voltage, V; {@code NaN}: none measures
 * @param coolest lowest board temperature where at least two sockets measure one, degrees Celsius;
 *     {@code NaN} otherwise
 * @param contacts of the shed itself
 * @param deaf whether a smoke or residual-current contact of the shed or of a socket is silent
 * @param open kinds of the open alarms of the shed itself
 */
public record ShedScene(
    double watts,
    double volts,
    double coolest,
    Contacts contacts,
    boolean deaf,
    Set<AlarmKind> open) {}
