package io.shedwatch.server.wish;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.wish.phone.Messenger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks every second at what screens show and settles the wishes, on a thread of its own: what a
 * lane told last is committed, and no lane waits.
 */
public final class WishRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(WishRoom.class);

  private static final long LOOK_MILLIS = 1_000;
  private static final long STOP_SECONDS = 3;

  private final Tools tools;
  private final JdbcPhones phones;
  private final JdbcWishes wishes;
  private final CallLoop calls;
  private final ChargeRule rule;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "wishes");
  private volatile List<FreeWish> line = List.of();
  private boolean troubled;

  /** What the room is given. */
  public record Tools(
      DataSource database,
      Site site,
      WishScreen screen,
      WishSettings settings,
      Messenger messenger,
      InstantSource clock) {}

  private WishRoom(Tools tools) {
    this.tools = tools;
    this.phones = new JdbcPhones(tools.database(), tools.site().site());
    this.wishes = new JdbcWishes(tools.database(), tools.site().site(), phones);
    this.calls =
        new CallLoop(phones, tools.messenger(), new CallWords(tools.site()), tools.clock());
    this.rule = tools.settings().chargeRule(tools.site().timezone());
    thread.setDaemon(true);
  }

  /** Begins to look, and to tell phones whose page is closed. */
  public static WishRoom start(Tools tools) {
    WishRoom room = new WishRoom(tools);
    room.thread.start();
    room.calls.start();
    return room;
  }

  JdbcWishes wishes() {
    return wishes;
  }

  JdbcPhones phones() {
    return phones;
  }

  Messenger messenger() {
    return tools.messenger();
  }

  /** Shows the room's numbers; names that end in {@code .total} only grow. */
  public void show(BiConsumer<String, DoubleSupplier> meters) {
    meters.accept("wishes.told.total", calls::told);
    meters.accept("wishes.troubled.total", calls::troubled);
  }

  WishSettings settings() {
    return tools.settings();
  }

  /** All who wait for a free socket or were told of one, as of the last look. */
  List<FreeWish> line() {
    return line;
  }

  /** The usage of a socket now; empty where nobody knows it. */
  Optional<Usage> usage(Place place, Instant now) {
    return Sockets.on(tools.screen(), now).usage(place);
  }

  private void run() {
    try {
      do {
        try {
          look(tools.clock().instant());
          troubled = false;
        } catch (SQLException | RuntimeException e) {
          if (!troubled) {
            LOG.warn("nobody is told of free sockets for now", e);
          }
          troubled = true;
        }
      } while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(Instant now) throws SQLException {
    WishPlan plan =
        WishPlan.of(
            wishes.all(), Sockets.on(tools.screen(), now), now, tools.settings().hold(), rule);
    if (!plan.isEmpty()) {
      wishes.carryOut(plan);
    }
    line = plan.line();
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.close();
  }
}
