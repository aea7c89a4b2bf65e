package io.shedwatch.contract;

/** What an edge agent publishes. All but the will carry a {@link Stamp}. */
public sealed interface FromEdge extends Message permits Stamped, Will {
  BootId boot();
}
