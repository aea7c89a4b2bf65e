package io.shedwatch.server.access;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Passwords and their bcrypt hashes. Thread-safe. */
final class Passwords {
  static final int MIN_LENGTH = 10;
  static final int MAX_LENGTH = 200;

  /** No letters and digits that look alike: a first password is typed from a screen. */
  private static final String ALPHABET = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  /** 55 symbols to the power of 16 are 92 bits. */
  private static final int MADE_UP_LENGTH = 16;

  /**
   * So many hashes at once; more wait. A flood of logins must not take both cores from the alarms.
   */
  private static final int AT_ONCE = 1;

  /** bcrypt sees 72 bytes; longer passwords are hashed with SHA-512 first. */
  private static final LongPasswordStrategy LONG =
      LongPasswordStrategies.hashSha512(BCrypt.Version.VERSION_2A);

  private final int cost;
  private final SecureRandom random = new SecureRandom();
  private final Semaphore turns = new Semaphore(AT_ONCE, true);
  private final String nobodysHash;

  Passwords(int cost) {
    this.cost = cost;
    this.nobodysHash = hash(madeUp());
  }

  /** What is wrong with a new password; empty when nothing. */
  static Optional<String> fault(String password) {
    boolean fits = password.length() >= MIN_LENGTH && password.length() <= MAX_LENGTH;
    return fits
        ? Optional.empty()
        : Optional.of("A password has " + MIN_LENGTH + " to " + MAX_LENGTH + " characters.");
  }

  String madeUp() {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < MADE_UP_LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }

  String hash(String password) {
    turns.acquireUninterruptibly();
    try {
      return BCrypt.with(BCrypt.Version.VERSION_2A, random, LONG)
          .hashToString(cost, password.toCharArray());
    } finally {
      turns.release();
    }
  }

  /** Whether the password belongs to the hash; an absent hash takes the same time and is no. */
  boolean matches(String password, Optional<String> hash) {
    if (password.length() > MAX_LENGTH) {
      return false; // No password is longer, so nothing is told by answering at once.
    }
    turns.acquireUninterruptibly();
    try {
      boolean same =
          BCrypt.verifyer(BCrypt.Version.VERSION_2A, LONG)
              .verify(password.toCharArray(), hash.orElse(nobodysHash).toCharArray())
              .verified;
      return same && hash.isPresent();
    } finally {
      turns.release();
    }
  }
}
