package io.shedwatch.contract;

/** A message from the edge with its place in the boot's gapless sequence. */
public sealed interface Stamped extends FromEdge permits Status, Readings, Alarm, Outcome {
  Stamp stamp();

  @Override
  default BootId boot() {
    return stamp().boot();
  }

  default long seq() {
    return stamp().seq();
  }

  default long at() {
    return stamp().at();
  }
}
