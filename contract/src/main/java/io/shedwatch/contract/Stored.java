package io.shedwatch.contract;

/**
 * The end-to-end receipt: everything of this boot up to {@code seq} is stored.
 *
 * @param at epoch milliseconds of the receipt
 */
public record Stored(BootId boot, long seq, long at) implements FromServer {
  @Override
  public Channel channel() {
    return Channel.STORED;
  }
}
