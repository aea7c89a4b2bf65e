package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import java.util.List;

/**
 * The readings of one message, ready to be stored.
 *
 * @param at epoch milliseconds of measurement (of receipt, where the agent's clock was absurd)
 */
public record ShedReadings(ShedId shed, long at, List<Reading> readings) {}
