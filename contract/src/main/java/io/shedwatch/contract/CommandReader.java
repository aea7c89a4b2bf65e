package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;

/** A person's orders, as the agent reads them. */
final class CommandReader implements MessageReader {
  private static final Words<CommandAction> ACTIONS =
      Words.of(CommandAction.values(), CommandAction::word);

  private static final FieldTable FIELDS =
      FieldTable.of("command", "at", "expiresAt", "socket", "do", "by");
  private static final int COMMAND = 0;
  private static final int AT = 1;
  private static final int EXPIRES_AT = 2;
  private static final int SOCKET = 3;
  private static final int DO = 4;
  private static final int BY = 5;
  private static final int REQUIRED = FIELDS.bits("command", "at", "expiresAt", "socket", "do");

  private final StampReader noStamp = new StampReader(1);
  private Optional<CommandId> command = Optional.empty();
  private long at;
  private long expiresAt;
  private int socket;
  private CommandAction action = CommandAction.OPEN_RELAY;
  private String by = "";

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case COMMAND -> command = Optional.of(new CommandId(in.identity()));
      case AT -> at = in.integer(0, Bounds.MAX_AT);
      case EXPIRES_AT -> expiresAt = in.integer(0, Bounds.MAX_AT);
      case SOCKET -> socket = in.integer(1, Bounds.MAX_SOCKETS);
      case DO -> action = in.word(ACTIONS);
      case BY -> by = in.text(Bounds.MAX_NAME_CHARS);
      default -> throw new IllegalStateException("no field " + field);
    }
  }

  @Override
  public Command message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
    CommandId id = command.orElseThrow();
    return new Command(id, at, expiresAt, socket, action, by);
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return noStamp;
  }
}
