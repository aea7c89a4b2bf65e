package io.shedwatch.server.intake;

import io.shedwatch.server.intake.step.Consequence.Refusal;
import java.util.ArrayList;
import java.util.List;

/** What a lane took from its inbox at once, by what has to be done with it; each in its order. */
final class Sorted {
  /** Settled first and at once. */
  final List<Unsettled> urgent = new ArrayList<>();

  /** Settled when the store holds them. */
  final List<Unsettled> readings = new ArrayList<>();

  /** Refused messages that belong to no shed of the lane. */
  final List<Refusal> strangers = new ArrayList<>();

  /** Acknowledgements of strangers' messages, also of those that are not kept. */
  final List<Arrived.Ack> strangersAcks = new ArrayList<>();

  boolean hasUrgent() {
    return !urgent.isEmpty() || !strangersAcks.isEmpty();
  }
}
