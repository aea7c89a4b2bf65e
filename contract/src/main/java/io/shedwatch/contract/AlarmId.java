package io.shedwatch.contract;

/**
 * One raised alarm: given at the raise, repeated at the clear; agents write boot and seq of the
 * raise, as in {@code 8f3c2a91-43}.
 */
public record AlarmId(String value) implements Comparable<AlarmId> {
  public AlarmId {
    Identifier.token("alarm", value);
  }

  @Override
  public int compareTo(AlarmId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
