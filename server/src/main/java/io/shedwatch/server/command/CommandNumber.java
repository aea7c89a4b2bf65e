package io.shedwatch.server.command;

import io.shedwatch.contract.CommandId;
import java.util.random.RandomGenerator;

/**
 * Draws command ids: 48 bits of time and 80 of chance in Crockford's base 32, so they sort by age.
 */
final class CommandNumber {
  private static final String DIGITS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

  private CommandNumber() {}

  static CommandId draw(long now, RandomGenerator random) {
    StringBuilder id = new StringBuilder(26);
    for (int shift = 45; shift >= 0; shift -= 5) {
      id.append(DIGITS.charAt((int) (now >>> shift) & 31));
    }
    for (int i = 0; i < 16; i++) {
      id.append(DIGITS.charAt(random.nextInt(32)));
    }
    return new CommandId(id.toString());
  }
}
