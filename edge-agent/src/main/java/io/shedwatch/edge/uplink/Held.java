package io.shedwatch.edge.uplink;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;

/**
 * One message that the spool holds.
 *
 * @param id orders all messages of the spool, over all boots; grows with the seq within a boot
 * @param at epoch milliseconds at the place
 * @param body as the codec wrote it, without backfill and dropped, which are known at sending only;
 *     shared, never changed
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared; the body is not copied.
public record Held(long id, Channel channel, BootId boot, long seq, long at, byte[] body) {
  public boolean isReadings() {
    return channel == Channel.READINGS;
  }
}
