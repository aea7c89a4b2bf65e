package io.shedwatch.server.notice;

import java.util.Arrays;
import java.util.List;

/** Whom a route's courier shall reach by name, beside whoever reads at its address. */
public enum Audience {
  ADDRESS("address"),
  /** Whoever is on duty when the message leaves. */
  DUTY("duty"),
  /** The grid leaders of the places that the message is about. */
  GRID_LEADER("grid-leader");

  private final String word;

  Audience(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }

  public static List<String> words() {
    return Arrays.stream(values()).map(Audience::word).toList();
  }

  /** The audience of that word; our own rows hold no other. */
  public static Audience ofWord(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no audience: " + word));
  }
}
