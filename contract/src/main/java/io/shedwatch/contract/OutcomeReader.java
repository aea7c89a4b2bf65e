package io.shedwatch.contract;

import java.io.IOException;
import java.util.Optional;

/** What became of commands. */
final class OutcomeReader implements MessageReader {
  private static final Words<CommandResult> RESULTS =
      Words.of(CommandResult.values(), CommandResult::word);

  private static final int COMMAND = 1;
  private static final int RESULT = 1 << 1;
  private static final int REASON = 1 << 2;

  private final StampReader stamp = new StampReader(1);
  private int seen;
  private Optional<CommandId> command = Optional.empty();
  private CommandResult result = CommandResult.DONE;
  private String reason = "";

  @Override
  public void field(TokenCursor in) throws IOException, Refusal {
    switch (in.name()) {
      case "command" -> {
        seen = in.once(seen, COMMAND);
        command = Optional.of(new CommandId(in.identity()));
      }
      case "result" -> {
        seen = in.once(seen, RESULT);
        result = in.word(RESULTS);
      }
      case "reason" -> {
        seen = in.once(seen, REASON);
        reason = in.text(Bounds.MAX_SENTENCE_CHARS);
      }
      default -> stamp.field(in);
    }
  }

  @Override
  public Outcome message() throws Refusal {
    Stamp known = stamp.stamp();
    CommandId id = command.orElseThrow(() -> Refusal.missing("command"));
    Required.check(seen, RESULT, "result");
    return new Outcome(known, id, result, reason);
  }

  @Override
  public StampReader stamp() {
    return stamp;
  }
}
