package io.shedwatch.server.wish;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Random words of 128 bits: nobody guesses one, and it says nothing about anybody. */
final class WishToken {
  static final String PATTERN = "[0-9a-f]{32}";

  private static final int BYTES = 16;
  private static final SecureRandom RANDOM = new SecureRandom();

  private WishToken() {}

  static String draw() {
    byte[] drawn = new byte[BYTES];
    RANDOM.nextBytes(drawn);
    return HexFormat.of().formatHex(drawn);
  }
}
