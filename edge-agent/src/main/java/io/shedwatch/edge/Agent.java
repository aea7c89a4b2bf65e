package io.shedwatch.edge;

import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.spool.Spool;
import io.shedwatch.edge.spool.SpoolSettings;
import io.shedwatch.edge.spool.SpoolWriter;
import io.shedwatch.edge.uplink.Dialer;
import io.shedwatch.edge.uplink.Uplink;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rooms of one process, wired: one loop, one spool and one connection for each shed, and the
 * threads that they share. Sheds are added, then all is started; closing ends loops first, then
 * says the clean deaths, then brings the rest to the disk.
 */
public final class Agent implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Agent.class);

  /** Younger messages are live, by the contract. */
  private static final long BACKFILL_AFTER_MILLIS = 30_000;

  /** On a fast clock a message may lie this long in real time before it counts as backfill. */
  private static final long LIVE_REAL_MILLIS = 2_000;

  /** Name and version for the births. */
  static final String NAME = "shedwatch-edge " + version();

  /**
   * Where time and chance come from; only a main knows them.
   *
   * @param machineMillis the machine's clock, real epoch milliseconds
   * @param nanoTime monotonic nanoseconds
   */
  public record Sources(
      ScaledTime scale,
      LongSupplier machineMillis,
      LongSupplier nanoTime,
      RandomGenerator random) {}

  /**
   * One shed to look after.
   *
   * @param bell rung by its devices
   */
  public record ShedPlan(
      ShedAddress address, ShedParts parts, Bell bell, SpoolSettings spool, Dialer dialer) {}

  private record Member(ShedAddress address, AgentLoop loop, Spool spool, Uplink.Handle uplink) {}

  private final Sources sources;
  private final AnchoredTime loopTime;
  private final PlaceTime placeTime;
  private final SpoolWriter writer = new SpoolWriter();
  private final Uplink uplink;
  private final List<Member> members = new ArrayList<>();
  private final List<Thread> threads = new ArrayList<>();

  public Agent(Sources sources) {
    this.sources = sources;
    this.loopTime =
        new AnchoredTime(sources.scale(), sources.machineMillis().getAsLong(), sources.nanoTime());
    this.placeTime = new PlaceTime(sources.scale(), loopTime, sources.machineMillis());
    long backfillAfter =
        Math.max(BACKFILL_AFTER_MILLIS, (long) (LIVE_REAL_MILLIS * sources.scale().factor()));
    this.uplink = new Uplink(placeTime, sources.random(), backfillAfter);
  }

  private static String version() {
    String version = Agent.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  /** The time that the loops and their devices live by. */
  public AnchoredTime loopTime() {
    return loopTime;
  }

  /**
   * Opens the spool, restores what is remembered, opens relays that have to be open.
   *
   * @throws IOException when the spool cannot be opened, with a sentence for the installer
   */
  public AgentLoop add(ShedPlan plan) throws IOException {
    Spool spool =
        Spool.open(
            plan.spool(),
            new Spool.Owner(plan.address(), plan.parts().sockets().size(), NAME),
            new Spool.Sources(placeTime, placeTime::toPlace, sources.nanoTime(), sources.random()),
            writer);
    AgentLoop loop =
        new AgentLoop(
            plan.parts(),
            new AgentLoop.Ports(spool.outbox(), spool.memory(), loopTime),
            sources.scale(),
            plan.bell());
    Uplink.Handle handle =
        uplink.add(
            new Uplink.Shed(
                plan.address(), spool.backlog(), new PlaceInbox(loop, placeTime), plan.dialer()));
    spool.onAppend(handle::more);
    members.add(new Member(plan.address(), loop, spool, handle));
    return loop;
  }

  /** Begins to sample, to protect and to send. */
  public void start() {
    for (Member member : members) {
      Thread thread = new Thread(member.loop(), "loop-" + member.address().shed());
      thread.start();
      threads.add(thread);
    }
    writer.add(this::followClock);
    uplink.start();
  }

  private void followClock() {
    PlaceTime.Followed followed = placeTime.follow();
    if (followed == PlaceTime.Followed.SET_FORWARD) {
      LOG.warn("clock=setForward now={}", placeTime.instant());
    }
    if (followed == PlaceTime.Followed.SET_BACK) {
      LOG.warn("clock=setBack now={}", placeTime.instant());
      for (Member member : members) {
        member.spool().beginBoot();
        member.uplink().renew();
      }
    }
  }

  /** How many sheds are connected. */
  public long connected() {
    return uplink.connected();
  }

  @Override
  public void close() {
    members.forEach(member -> member.loop().close());
    uplink.close();
    members.forEach(member -> member.spool().close());
    writer.close();
  }
}
