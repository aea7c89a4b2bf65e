package io.shedwatch.simulation.demo;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.edge.SocketMemory;
import io.shedwatch.edge.spool.Spool;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.spool.SpoolWriter;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The boot before the present one, in the spool of a shed: it leaves its number, its birth and what
 * its loop remembered of the sockets. Its other messages never touch the disk.
 */
final class EarlierLife {
  private final SpoolWriter writer;
  private final RandomGenerator random;
  private final Instant bornAt;

  /**
   * @param bornAt when that boot began
   */
  EarlierLife(SpoolWriter writer, RandomGenerator random, Instant bornAt) {
    this.writer = writer;
    this.random = random;
    this.bornAt = bornAt;
  }

  /**
   * Lives it.
   *
   * @param withBirth whether its birth is left to be sent
   * @throws IOException when the spool cannot be opened
   */
  BootId leave(TownShed shed, SpoolSettings spool, List<SocketMemory> memory, boolean withBirth)
      throws IOException {
    InstantSource then = InstantSource.fixed(bornAt);
    Spool.Owner owner = new Spool.Owner(shed.address(), shed.sockets(), "shedwatch-edge demo");
    Spool.Sources sources = new Spool.Sources(then, loop -> loop, System::nanoTime, random);
    try (Spool earlier = Spool.open(spool, owner, sources, writer)) {
      if (withBirth) {
        earlier.backlog().status(ShedState.ONLINE, 0);
      }
      memory.forEach(earlier.memory()::keep);
      return earlier.backlog().boot();
    }
  }
}
