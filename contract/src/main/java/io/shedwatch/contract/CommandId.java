package io.shedwatch.contract;

/** One command of a person; the agent acts on it at most once. */
public record CommandId(String value) implements Comparable<CommandId> {
  public CommandId {
    Identifier.token("command", value);
  }

  @Override
  public int compareTo(CommandId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
