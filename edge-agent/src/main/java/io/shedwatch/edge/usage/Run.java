package io.shedwatch.edge.usage;

/**
 * Samples in a row on one side of a limit.
 *
 * @param since epoch milliseconds of the first of them
 * @param samples how many; 0: none
 */
record Run(long since, int samples) {
  static final Run NONE = new Run(Long.MIN_VALUE, 0);

  Run next(boolean inside, long at) {
    if (!inside) {
      return NONE;
    }
    return samples == 0 ? new Run(at, 1) : new Run(since, samples + 1);
  }

  /** Whether it has lasted, and is more than one sample. */
  boolean lasted(long at, long millis) {
    return samples >= 2 && at - since >= millis;
  }
}
