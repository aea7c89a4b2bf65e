package io.shedwatch.contract;

/** Refuses an object that lacks a field. */
final class Required {
  private Required() {}

  /**
   * @param seen the bits of the fields that came
   * @param bit the field's bit
   */
  static void check(int seen, int bit, String field) throws Refusal {
    if ((seen & bit) == 0) {
      throw Refusal.missing(field);
    }
  }
}
