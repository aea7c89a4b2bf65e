package io.shedwatch.contract;

/** One community (小区); a topic level, and the unit of sharding. */
public record SiteId(String value) implements Comparable<SiteId> {
  public SiteId {
    Identifier.topicLevel("site", value);
  }

  @Override
  public int compareTo(SiteId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
