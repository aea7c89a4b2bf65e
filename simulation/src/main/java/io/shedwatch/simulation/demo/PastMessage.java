package io.shedwatch.simulation.demo;

import io.shedwatch.contract.Channel;

/**
 * One message of the past, ready to go.
 *
 * @param seq in its boot
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the body is not copied.
record PastMessage(long seq, Channel channel, byte[] body) {}
