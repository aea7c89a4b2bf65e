package io.shedwatch.simulation.demo;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.edge.AgentLoop;
import io.shedwatch.edge.Bell;
import io.shedwatch.edge.SocketMemory;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * The loops of all sheds of a town on a clock that is moved by hand. They are the agents' own, with
 * protection, usage and report by exception; only the step is coarser than a second. Used by one
 * thread.
 */
final class PastSheds {
  /** The longest a session lasts, and some: after that long a loop knows every bike's story. */
  static final long FEET_MILLIS = 14 * 3_600_000L;

  private static final long FEET_STEP_MILLIS = 30_000;

  private final TownFeed feed;
  private final Caretaker caretaker;
  private final List<KeptMemory> memories = new ArrayList<>();
  private final List<AgentLoop> loops = new ArrayList<>();
  private final InstantSource clock = this::instant;
  private long now;

  /**
   * @param outboxes of the sheds, in their order
   * @param startMillis epoch milliseconds; the town must not be further
   */
  PastSheds(TownRig rig, List<PastOutbox> outboxes, long startMillis) {
    this.feed = rig.feed();
    this.caretaker = rig.caretaker();
    this.now = startMillis;
    for (TownShed shed : rig.sheds()) {
      KeptMemory memory = new KeptMemory();
      memories.add(memory);
      loops.add(
          new AgentLoop(
              shed.parts(feed, clock),
              new AgentLoop.Ports(outboxes.get(shed.index()), memory, clock),
              ScaledTime.REAL,
              new Bell()));
    }
  }

  private Instant instant() {
    return Instant.ofEpochMilli(now);
  }

  /** Lives until then in coarse steps, so that what hangs at the sockets is known. */
  void findFeet(long until) {
    while (now < until) {
      step(Math.min(until, now + FEET_STEP_MILLIS));
    }
  }

  /** One step of every loop. */
  void step(long at) {
    now = at;
    feed.advance(at);
    for (Caretaker.Visit visit : caretaker.due(at)) {
      loops.get(visit.shed()).resetAtTheShed(OptionalInt.of(visit.socket()));
    }
    loops.forEach(AgentLoop::step);
  }

  /** What the loop of that shed remembers of its sockets. */
  List<SocketMemory> memory(int shed) {
    return memories.get(shed).sockets();
  }
}
