package io.shedwatch.contract;

/**
 * What became of a command.
 *
 * @param reason why not done, at most 200 characters; empty when done
 */
public record Outcome(Stamp stamp, CommandId command, CommandResult result, String reason)
    implements Stamped {
  @Override
  public Channel channel() {
    return Channel.OUTCOMES;
  }
}
