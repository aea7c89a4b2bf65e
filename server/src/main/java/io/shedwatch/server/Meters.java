package io.shedwatch.server;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Shows the rooms' numbers in the metrics; names that end in {@code .total} only grow. */
final class Meters {
  private static final String PREFIX = "shedwatch.";
  private static final String COUNTED = ".total";

  private final MeterRegistry registry;

  /** The registry holds counters weakly: what nobody else holds would end as NaN. */
  private final List<DoubleSupplier> held = new ArrayList<>();

  Meters(MeterRegistry registry) {
    this.registry = registry;
  }

  void show(String name, DoubleSupplier value) {
    held.add(value);
    if (name.endsWith(COUNTED)) {
      String counter = name.substring(0, name.length() - COUNTED.length());
      FunctionCounter.builder(PREFIX + counter, value, DoubleSupplier::getAsDouble)
          .register(registry);
    } else {
      Gauge.builder(PREFIX + name, value::getAsDouble).strongReference(true).register(registry);
    }
  }
}
