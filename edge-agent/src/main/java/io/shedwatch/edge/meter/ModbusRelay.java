package io.shedwatch.edge.meter;

import io.shedwatch.contract.RelayPosition;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A relay behind a coil of a Modbus device, read back from the coil or from a contact of its own.
 */
public final class ModbusRelay implements Relay, ModbusTask {
  /**
   * Where the relay is.
   *
   * @param closedValue what the coil shows while the relay is closed; false for a relay that is
   *     wired to its normally closed contact
   * @param readFunction 1: coil, 2: discrete input
   * @param readAddress of the coil or input that shows the position
   */
  record Wiring(int unit, int coil, boolean closedValue, int readFunction, int readAddress) {}

  private static final long WAIT_MILLIS = 50;
  private static final long CLOSE_WITHIN_NANOS = 2_000_000_000L;
  private static final long URGENT_AGAIN_NANOS = 2_000_000_000L;

  /** An order under way; {@code done} when the device has confirmed it. */
  private record Order(RelayPosition position, long since, CountDownLatch done) {}

  private final ModbusBus bus;
  private final Wiring wiring;
  private final Runnable moved;
  private volatile Optional<Order> order = Optional.empty();
  private volatile RelayPosition position = RelayPosition.UNTOLD;
  private volatile boolean failing;
  private volatile long failedAt;

  ModbusRelay(ModbusBus bus, Wiring wiring, Runnable moved) {
    this.bus = bus;
    this.wiring = wiring;
    this.moved = moved;
    bus.add(this);
  }

  @Override
  public void open() {
    give(RelayPosition.OPEN);
  }

  @Override
  public void close() {
    give(RelayPosition.CLOSED);
  }

  @Override
  public RelayPosition position() {
    return position;
  }

  private void give(RelayPosition wanted) {
    Order given = new Order(wanted, System.nanoTime(), new CountDownLatch(1));
    synchronized (this) {
      order = Optional.of(given);
    }
    bus.hurry();
    if (failing || !bus.healthy()) {
      return; // Waiting would only keep the other sockets waiting.
    }
    try {
      if (!given.done().await(WAIT_MILLIS, TimeUnit.MILLISECONDS)) {
        return; // Under way; the loop looks at the position again.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A silent relay is hurried for every two seconds only: it costs its neighbours a timeout. */
  @Override
  public boolean urgent() {
    return order.isPresent() && (!failing || System.nanoTime() - failedAt >= URGENT_AGAIN_NANOS);
  }

  @Override
  public void run(ModbusLine line) throws IOException {
    Optional<Order> given = order;
    Optional<Order> current = given.filter(this::stillWanted);
    if (current.isPresent()) {
      boolean coil = (current.get().position() == RelayPosition.CLOSED) == wiring.closedValue();
      line.writeCoil(wiring.unit(), wiring.coil(), coil);
    }
    forget(given);
    boolean shown = line.bit(wiring.unit(), wiring.readFunction(), wiring.readAddress());
    RelayPosition before = position;
    position = shown == wiring.closedValue() ? RelayPosition.CLOSED : RelayPosition.OPEN;
    failing = false;
    current.ifPresent(done -> done.done().countDown());
    if (position != before) {
      moved.run();
    }
  }

  /** Unless a newer order has come meanwhile. */
  private synchronized void forget(Optional<Order> done) {
    if (order.equals(done)) {
      order = Optional.empty();
    }
  }

  private boolean stillWanted(Order given) {
    return given.position() == RelayPosition.OPEN
        || System.nanoTime() - given.since() < CLOSE_WITHIN_NANOS;
  }

  @Override
  public void failed(String why) {
    failing = true;
    failedAt = System.nanoTime();
    position = RelayPosition.UNTOLD;
  }

  @Override
  public String name() {
    return "relay-" + wiring.unit() + "-" + wiring.coil();
  }
}
