package io.shedwatch.server.report;

import java.security.SecureRandom;

/** Codes that can be read out over a telephone: 8 of 32 characters, none like another. */
final class ReportCode {
  static final String PATTERN = "[2-9A-HJ-NP-Z]{8}";

  private static final String CHARACTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
  private static final int LENGTH = 8;
  private static final SecureRandom RANDOM = new SecureRandom();

  private ReportCode() {}

  static String draw() {
    StringBuilder code = new StringBuilder(LENGTH);
    for (int i = 0; i < LENGTH; i++) {
      code.append(CHARACTERS.charAt(RANDOM.nextInt(CHARACTERS.length())));
    }
    return code.toString();
  }
}
