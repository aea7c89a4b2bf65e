package io.shedwatch.server.wish;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.wish.phone.Messenger;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;

/**
 * Looks every second at what screens show and settles the wishes, on a thread of its own: what a
 * lane told last is committed, and no lane waits.
 */
public final class WishRoom implements AutoCloseable {
  private static final Pace PACE = Pace.everyMillis(1_000).atOnce();

  private final Tools tools;
  private final JdbcPhones phones;
  private final JdbcWishes wishes;
  private final CallLoop calls;
  private final ChargeRule rule;
  private final LookLoop loop;
  private volatile List<FreeWish> line = List.of();

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
    this.loop = new LookLoop("wishes", PACE, tools.clock(), this::look);
  }

  /** Begins to look, and to tell phones whose page is closed. */
  public static WishRoom start(Tools tools) {
    WishRoom room = new WishRoom(tools);
    room.loop.start();
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
    loop.close();
    calls.close();
  }
}
