package io.shedwatch.edge;

import io.shedwatch.contract.AlarmId;

/**
 * An alarm that was raised and not cleared.
 *
 * @param raisedAt epoch milliseconds
 */
public record OpenAlarm(AlarmId id, long raisedAt, Fact fact) {}
