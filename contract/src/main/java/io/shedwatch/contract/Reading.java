package io.shedwatch.contract;

/**
 * One socket at one time (读数). A quantity that the device does not measure is {@code NaN} here and
 * absent on the wire; {@code NaN} itself is never written.
 *
 * @param socket number in its shed, from 1
 * @param volts RMS, V
 * @param amperes RMS, A
 * @param watts active power, W
 * @param wattHours the meter's counter, Wh; falls only when a meter is reset or exchanged
 * @param celsius temperature of the socket's board, degrees Celsius
 */
public record Reading(
    int socket,
    Usage usage,
    RelayPosition relay,
    double volts,
    double amperes,
    double watts,
    double wattHours,
    double celsius) {}
