/**
 * Meters, relays and contacts: the ports, and the devices behind them.
 *
 * <p>In come registers of Modbus devices, lines of a recorded trace, or the loads of a simulation;
 * out go samples in volts, amperes, watts, watt hours and degrees Celsius, {@code NaN} where
 * nothing is measured, and relay positions. A device that is silent or answers garbage simply gives
 * no fresh sample. Never done here: any judgement of a value beyond "no device can mean that".
 */
@NullMarked
package io.shedwatch.edge.meter;

import org.jspecify.annotations.NullMarked;
