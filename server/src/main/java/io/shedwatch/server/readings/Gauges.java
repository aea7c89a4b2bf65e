package io.shedwatch.server.readings;

import java.util.function.DoubleSupplier;

/** Where this room shows its numbers; the main binds it to the metrics library. */
@FunctionalInterface
public interface Gauges {
  /**
   * Shows one number from now on.
   *
   * @param name words with dots, with the unit last
   * @param value asked at each look, cheap
   */
  void gauge(String name, DoubleSupplier value);
}
