package io.shedwatch.edge;

import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import java.util.OptionalInt;

/**
 * What an alarm says.
 *
 * @param socket empty for a whole-shed alarm
 * @param measured in the unit of the kind (A, W, degrees Celsius, V); {@code NaN}: not told
 * @param limit in the unit of the kind; {@code NaN}: not told
 * @param action what protection did before it told anybody
 */
public record Fact(
    OptionalInt socket, AlarmKind kind, double measured, double limit, AlarmAction action) {}
