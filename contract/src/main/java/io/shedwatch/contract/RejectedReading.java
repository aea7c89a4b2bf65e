package io.shedwatch.contract;

/**
 * One reading of an otherwise good message that could not be used.
 *
 * @param index position in the message's list, from 0
 */
public record RejectedReading(int index, Rejected.Reason reason, String detail) {}
