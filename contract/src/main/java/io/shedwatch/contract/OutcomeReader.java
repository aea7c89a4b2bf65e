package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;

/** What became of commands. */
final class OutcomeReader implements MessageReader {
  private static final Words<CommandResult> RESULTS =
      Words.of(CommandResult.values(), CommandResult::word);

  private static final FieldTable FIELDS = FieldTable.stamped("command", "result", "reason");
  private static final int COMMAND = 4;
  private static final int RESULT = 5;
  private static final int REASON = 6;
  private static final int REQUIRED = FIELDS.bits("boot", "seq", "at", "command", "result");

  private final StampReader stamp = new StampReader(1);
  private Optional<CommandId> command = Optional.empty();
  private CommandResult result = CommandResult.DONE;
  private String reason = "";

  @Override
  public void field(int field, TokenCursor in) throws IOException, Refusal {
    switch (field) {
      case COMMAND -> command = Optional.of(new CommandId(in.identity()));
      case RESULT -> result = in.word(RESULTS);
      case REASON -> reason = in.text(Bounds.MAX_SENTENCE_CHARS);
      default -> stamp.field(field, in);
    }
  }

  @Override
  public Outcome message(int seen) throws Refusal {
    FIELDS.require(seen, REQUIRED);
    Stamp known = stamp.stamp();
    CommandId id = command.orElseThrow();
    return new Outcome(known, id, result, reason);
  }

  @Override
  public FieldTable fields() {
    return FIELDS;
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }
}
