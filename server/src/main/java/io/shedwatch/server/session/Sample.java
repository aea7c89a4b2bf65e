package io.shedwatch.server.session;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedAddress;

/**
 * One reading with its place in the sequence.
 *
 * @param at epoch milliseconds at the place; an agent dates a change of usage back to when it
 *     began, so this may lie before the sample before
 */
public record Sample(ShedAddress shed, BootId boot, long seq, long at, Reading reading) {}
