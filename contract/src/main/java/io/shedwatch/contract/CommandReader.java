package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;

/** A person's orders, as the agent reads them. */
final class CommandReader implements MessageReader {
  private static final Words<CommandAction> ACTIONS =
      Words.of(CommandAction.values(), CommandAction::word);

  private static final int COMMAND = 1;
  private static final int AT = 1 << 1;
  private static final int EXPIRES_AT = 1 << 2;
  private static final int SOCKET = 1 << 3;
  private static final int DO = 1 << 4;
  private static final int BY = 1 << 5;

  private final StampReader noStamp = new StampReader(1);
  private int seen;
  private Optional<CommandId> command = Optional.empty();
  private long at;
  private long expiresAt;
  private int socket;
  private CommandAction action = CommandAction.OPEN_RELAY;
  private String by = "";

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "command" -> {
        seen = in.once(seen, COMMAND);
        command = Optional.of(new CommandId(in.identity()));
      }
      case "at" -> {
        seen = in.once(seen, AT);
        at = in.integer(0, Bounds.MAX_AT);
      }
      case "expiresAt" -> {
        seen = in.once(seen, EXPIRES_AT);
        expiresAt = in.integer(0, Bounds.MAX_AT);
      }
      case "socket" -> {
        seen = in.once(seen, SOCKET);
        socket = in.integer(1, Bounds.MAX_SOCKETS);
      }
      case "do" -> {
        seen = in.once(seen, DO);
        action = in.word(ACTIONS);
      }
      case "by" -> {
        seen = in.once(seen, BY);
        by = in.text(Bounds.MAX_NAME_CHARS);
      }
      default -> in.skip();
    }
  }

  @Override
  public Command message() throws Refusal {
    CommandId id = command.orElseThrow(() -> Refusal.missing("command"));
    Required.check(seen, AT, "at");
    Required.check(seen, EXPIRES_AT, "expiresAt");
    Required.check(seen, SOCKET, "socket");
    Required.check(seen, DO, "do");
    return new Command(id, at, expiresAt, socket, action, by);
  }

  @Override
  public StampReader stamp() {
    return noStamp;
  }
}
