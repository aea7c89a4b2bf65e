package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.edge.AgentLoop;
import io.shedwatch.edge.Bell;
import io.shedwatch.edge.Inbox;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.Outbox;
import io.shedwatch.edge.ShedParts;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Relay;
import io.shedwatch.edge.meter.SimulatedLoad;
import io.shedwatch.edge.meter.SimulatedMeter;
import io.shedwatch.edge.meter.SimulatedRelay;
import io.shedwatch.edge.meter.WiredSocket;
import io.shedwatch.edge.spool.SimulatedDisk;
import io.shedwatch.edge.spool.Spool;
import io.shedwatch.edge.uplink.ShedUplink.LineEvent;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * One shed's whole agent (loop, spool, uplink) on simulated devices, disk and network, on a time
 * that the test owns. It is killed at any instant and started again on the same disk and relays.
 */
public final class SimulatedAgent implements AutoCloseable {
  private static final long BACKFILL_AFTER_MILLIS = 30_000;
  private static final long MOST_BYTES = 50_000_000;

  /** More than the calls of one step. */
  private static final int MOST_CALLS = 40;

  private final ShedAddress address;
  private final List<SimulatedLoad> loads;
  private final List<SimulatedRelay> relays = new ArrayList<>();
  private final SimulatedDisk disk;
  private final SimulatedNetwork network;
  private final Random random;
  private final Deque<LineEvent> events = new ArrayDeque<>();
  private Fuse fuse = new Fuse();
  private Optional<Life> process = Optional.empty();
  private boolean hasMore;
  private boolean toRenew;

  /** What a kill ends. */
  private record Life(AgentLoop loop, ShedUplink uplink) {}

  /**
   * @param loads of socket 1 and so on
   * @param mostMessages of the spool
   */
  public SimulatedAgent(
      ShedAddress address,
      List<SimulatedLoad> loads,
      SimulatedNetwork network,
      Random random,
      int mostMessages) {
    this.address = address;
    this.loads = List.copyOf(loads);
    this.network = network;
    this.random = random;
    this.disk =
        new SimulatedDisk(
            new Spool.Owner(address, loads.size(), "1.0.0"),
            this::toPlace,
            random.nextLong(),
            MOST_BYTES,
            mostMessages);
    loads.forEach(load -> relays.add(new SimulatedRelay(RelayPosition.CLOSED)));
    begin(ShedParts.Start.AFTER_POWER_CUT);
  }

  public ShedAddress address() {
    return address;
  }

  public SimulatedDisk disk() {
    return disk;
  }

  public SimulatedNetwork network() {
    return network;
  }

  public List<SimulatedRelay> relays() {
    return relays;
  }

  public boolean isRunning() {
    return process.isPresent();
  }

  /** What it holds true of its hardware, oldest first. */
  public List<OpenAlarm> openAlarms() {
    return disk.spool().outbox().open();
  }

  /** The loop's time: it begins with the disk's and never falls. */
  private long loopMillis() {
    return SimulatedDisk.NOON + disk.monotonicMillis.get();
  }

  private long toPlace(long loop) {
    return loop + disk.placeMillis.get() - loopMillis();
  }

  private Now now() {
    return new Now(disk.monotonicMillis.get(), disk.placeMillis.get());
  }

  private void begin(ShedParts.Start why) {
    fuse = new Fuse();
    events.clear();
    InstantSource clock = () -> Instant.ofEpochMilli(loopMillis());
    List<WiredSocket> wired = new ArrayList<>();
    for (int i = 0; i < relays.size(); i++) {
      SimulatedRelay relay = relays.get(i);
      SimulatedMeter meter = new SimulatedMeter(loads.get(i), relay, clock);
      wired.add(new WiredSocket(i + 1, meter, fuse.through(Relay.class, relay)));
    }
    Spool spool = disk.spool();
    AgentLoop loop =
        new AgentLoop(
            new ShedParts(address.toString(), wired, () -> Contacts.NONE, Limits.DEFAULTS, why),
            new AgentLoop.Ports(
                fuse.through(Outbox.class, spool.outbox()),
                fuse.through(Memory.class, spool.memory()),
                clock),
            ScaledTime.REAL,
            new Bell());
    ShedUplink uplink =
        new ShedUplink(
            new ShedUplink.Parts(
                address,
                spool.backlog(),
                new PlacedInbox(loop),
                network,
                random,
                BACKFILL_AFTER_MILLIS,
                events::add),
            now());
    spool.onAppend(() -> hasMore = true);
    loop.onStatusChange(() -> toRenew = true);
    process = Optional.of(new Life(loop, uplink));
  }

  /** Time passes, for the process too where there is one. */
  public void pass(long millis) {
    disk.pass(millis);
    network.passTo(disk.monotonicMillis.get());
    if (process.isEmpty()) {
      return;
    }
    try {
      process.get().loop().step();
      converse(process.get().uplink());
    } catch (Fuse.Killed e) {
      die();
    }
  }

  private void converse(ShedUplink uplink) {
    while (!events.isEmpty()) {
      uplink.handle(events.remove(), now());
    }
    if (toRenew) {
      toRenew = false;
      uplink.renew(now());
    }
    if (hasMore) {
      hasMore = false;
      uplink.more(now());
    }
    uplink.tick(now());
  }

  /** The process dies within the next steps, between two calls of its ports. */
  public void killSoon() {
    fuse.light(random.nextInt(MOST_CALLS));
  }

  /** A death that was due does not come. */
  public void spare() {
    fuse.putOut();
  }

  /** The process is gone, with all that was in its memory; the broker says its will. */
  private void die() {
    process = Optional.empty();
    if (network.isDialed()) {
      network.newest().cut();
    }
    disk.killAndRestart(); // What was not on the disk is gone.
  }

  /** The box has no power: its relays fall open. */
  public void cutPower() {
    if (process.isPresent()) {
      die();
    }
    relays.forEach(SimulatedRelay::open);
  }

  /** A process on what the one before left. */
  public void start(ShedParts.Start why) {
    if (process.isEmpty()) {
      begin(why);
    }
  }

  /** The clock of the box is set; back is a new boot. */
  public void setClock(long byMillis) {
    disk.placeMillis.addAndGet(byMillis);
    if (byMillis < 0 && process.isPresent()) {
      disk.spool().beginBoot();
      process.get().uplink().renew(now());
    }
  }

  @Override
  public void close() {
    disk.close();
  }

  /** A command expires by the clock of the place. */
  private final class PlacedInbox implements Inbox {
    private final AgentLoop loop;

    PlacedInbox(AgentLoop loop) {
      this.loop = loop;
    }

    private long toLoop(long place) {
      return place - toPlace(0);
    }

    @Override
    public boolean command(Command command) {
      return loop.command(
          new Command(
              command.command(),
              toLoop(command.at()),
              toLoop(command.expiresAt()),
              command.socket(),
              command.action(),
              command.by()));
    }

    @Override
    public void limits(Limits limits) {
      loop.limits(limits);
    }

    @Override
    public int limitsVersion() {
      return loop.limitsVersion();
    }

    @Override
    public void onStatusChange(Runnable listener) {
      loop.onStatusChange(listener);
    }
  }
}
