package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.command.JdbcCommands;
import io.shedwatch.server.command.JdbcLimits;
import io.shedwatch.server.intake.step.ClosedBoot;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The intake of one site, from the broker to committed rows; started and stopped by the main. */
public final class Intake implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  /**
   * Messages that the broker may send before an acknowledgement: at 900 messages a second and 200
   * ms until readings are durable about 200 are under way; the rest is for bursts and slow stores.
   */
  private static final int RECEIVE_MAXIMUM = 4_096;

  private static final long COMMANDS_EVERY_MILLIS = 5_000;
  private static final long FORGET_EVERY_MILLIS = 3_600_000;

  private final IntakeRoom room;
  private final JdbcLease lease;
  private final JdbcLedger ledger;
  private final MqttIntake mqtt;
  private final JdbcCommands commands;
  private final JdbcLimits limits;
  private final Lanes lanes;
  private final ReadingsHand hand;
  private final Listening listening = new Listening();
  private final Chores chores = new Chores();
  private volatile boolean siteLost;

  private Intake(IntakeRoom room, MqttAddress address, JdbcLease lease, JdbcLedger ledger)
      throws Ledger.Away, Ledger.Unable {
    SiteId site = room.site().site();
    LaneMeters meters = new LaneMeters(room.meters());
    this.room = room;
    this.lease = lease;
    this.ledger = ledger;
    this.mqtt = new MqttIntake(address, site, RECEIVE_MAXIMUM, room.clock(), room.meters());
    this.commands = new JdbcCommands(room.database(), site, mqtt);
    this.limits = new JdbcLimits(room.database(), site, mqtt);
    this.hand = new ReadingsHand(room.sink(), 2 * RECEIVE_MAXIMUM);
    LaneTools tools =
        new LaneTools(ledger, room.feed(), mqtt, listening, room.rules(), room.clock(), meters);
    List<ShedBook> books = load(room, ledger);
    this.lanes =
        new Lanes(room.lanes(), 2 * RECEIVE_MAXIMUM, books, tools, hand, this::sayEverything);
    books.forEach(book -> room.feed().shed(book.live()));
  }

  /**
   * Starts; the broker may come later.
   *
   * @throws IntakeFault when another server holds the site, or the database fails
   */
  public static Intake start(IntakeRoom room, MqttAddress address) {
    SiteId site = room.site().site();
    try {
      JdbcLease lease = new JdbcLease(room.database(), site, room.holder());
      JdbcLease.Held held = lease.take();
      if (!held.ours()) {
        throw new IntakeFault(
            "another server holds site "
                + site
                + " ("
                + held.by()
                + "): stop it first; a dead one lets go after "
                + JdbcLease.LEASE_SECONDS
                + " seconds");
      }
      JdbcLedger ledger = new JdbcLedger(room.database(), site, room.clock(), lease, flaps(room));
      Intake intake = new Intake(room, address, lease, ledger);
      intake.run();
      return intake;
    } catch (SQLException | Ledger.Away | Ledger.Unable e) {
      throw new IntakeFault("the database fails: " + e.getMessage(), e);
    }
  }

  /** As the rules in force say; alerts of no rule never flap. */
  private static Flaps flaps(IntakeRoom room) {
    return word ->
        RuleName.ofWord(word)
            .map(rule -> room.rules().get().scene().rules().lifeCycle(rule))
            .map(life -> new Flaps.Bound(life.flapRaises(), life.flapMillis()))
            .orElseGet(() -> Flaps.NEVER.of(word));
  }

  /** Orders to sockets. */
  public JdbcCommands commands() {
    return commands;
  }

  /** Limits of sheds. */
  public JdbcLimits limits() {
    return limits;
  }

  /** Whether the broker is heard now. */
  public boolean connected() {
    return mqtt.connected();
  }

  private static List<ShedBook> load(IntakeRoom room, Ledger ledger)
      throws Ledger.Away, Ledger.Unable {
    List<ShedBook> books = new ArrayList<>();
    for (Site.Shed shed : room.site().sheds()) {
      ShedAddress address = new ShedAddress(room.site().site(), shed.shed());
      books.add(ledger.load(address, shed.sockets()));
    }
    return books;
  }

  private void run() {
    hand.start();
    lanes.start();
    chores.every(1_000L * JdbcLease.RENEW_SECONDS, "lease", this::renew);
    chores.every(COMMANDS_EVERY_MILLIS, "commands", this::repeatCommands);
    chores.every(FORGET_EVERY_MILLIS, "closed boots", this::forgetBoots);
    mqtt.start(lanes);
    LOG.info("intake started site={} sheds={}", room.site().site(), room.site().sheds().size());
  }

  /** At each connect; on the chores' thread, since the connection's may not wait for SQL. */
  private void sayEverything() {
    chores.once(
        "limits",
        () -> {
          for (Site.Shed shed : room.site().sheds()) {
            limits.publish(shed.shed());
          }
        });
    chores.once("commands", this::repeatCommands);
  }

  private void repeatCommands() throws SQLException {
    long now = room.clock().millis();
    commands.expire(now);
    commands.publishOpen(now);
  }

  private void renew() throws SQLException {
    if (siteLost) {
      return; // A server that no longer listens must not keep others from it.
    }
    JdbcLease.Held held = lease.take();
    if (!held.ours()) {
      siteLost = true;
      LOG.error("another server took the site, the intake stops by={}", held.by());
      mqtt.close();
      lanes.close();
    }
  }

  private void forgetBoots() throws SQLException {
    ledger.forgetClosedBoots(room.clock().millis() - ClosedBoot.REMEMBERED_MILLIS);
  }

  @Override
  public void close() {
    mqtt.close();
    lanes.close();
    hand.close();
    chores.close();
    try {
      lease.release();
    } catch (SQLException e) {
      LOG.warn("lease not released, it ends by itself", e);
    }
  }
}
