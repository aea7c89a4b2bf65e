package io.shedwatch.contract;

/**
 * A person's order to one socket, repeated until its outcome or its expiry.
 *
 * @param at epoch milliseconds of the order
 * @param expiresAt epoch milliseconds after which the agent refuses it as expired
 * @param action on the wire the field {@code do}
 * @param by who ordered it, at most 64 characters
 */
public record Command(
    CommandId command, long at, long expiresAt, int socket, CommandAction action, String by)
    implements FromServer {
  @Override
  public Channel channel() {
    return Channel.COMMANDS;
  }
}
