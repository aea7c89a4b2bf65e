package io.shedwatch.contract;

/** One start of one edge agent, drawn at random at each start. */
public record BootId(String value) implements Comparable<BootId> {
  public BootId {
    Identifier.token("boot", value);
  }

  @Override
  public int compareTo(BootId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
