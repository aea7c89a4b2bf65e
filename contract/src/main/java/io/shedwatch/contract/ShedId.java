package io.shedwatch.contract;

/** One shed (车棚) of a site; a topic level. */
public record ShedId(String value) implements Comparable<ShedId> {
  public ShedId {
    Identifier.topicLevel("shed", value);
  }

  @Override
  public int compareTo(ShedId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
