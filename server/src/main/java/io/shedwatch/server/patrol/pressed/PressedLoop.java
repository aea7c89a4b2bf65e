package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.live.Live;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.pressure.map.Walks;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.RulesInForce;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks every few seconds, on a thread that nobody waits for. */
public final class PressedLoop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PressedLoop.class);

  private static final long LOOK_MILLIS = 5_000;

  /** The mean week changes once a night; it is read again after so many looks. */
  private static final int WEEK_LOOKS = 60;

  private static final long STOP_SECONDS = 3;

  private final Tools tools;
  private final PressedWatch watch;
  private final JdbcPressedAlerts alerts;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread = new Thread(this::run, "fly-line-pressure");
  private Optional<PressedWatch.Memory> memory = Optional.empty();
  private Optional<JdbcBuildingWeek.Week> week = Optional.empty();
  private int looks;
  private boolean troubled;

  /** What it is given by the main. */
  public record Tools(
      DataSource database,
      Site site,
      Walks walks,
      Live live,
      JdbcBuildingWeek pressure,
      JdbcAlertDesk desk,
      RulesInForce rules,
      InstantSource clock) {}

  PressedLoop(Tools tools) {
    this.tools = tools;
    this.watch = new PressedWatch(tools.site(), Neighbourhood.of(tools.site(), tools.walks()));
    this.alerts = new JdbcPressedAlerts(tools.database(), tools.desk(), tools.site().site());
    thread.setDaemon(true);
  }

  /** Begins to look. */
  public static PressedLoop start(Tools tools) {
    PressedLoop loop = new PressedLoop(tools);
    loop.thread.start();
    return loop;
  }

  private void run() {
    try {
      while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        try {
          look(tools.clock().instant());
          troubled = false;
        } catch (SQLException | RuntimeException e) {
          if (!troubled) {
            LOG.warn("fly-line pressure not judged for now", e);
          }
          troubled = true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Decides, carries out, and only then remembers: what failed is decided again. */
  void look(Instant now) throws SQLException {
    if (week.isEmpty() || looks++ % WEEK_LOOKS == 0) {
      week = tools.pressure().read();
    }
    if (memory.isEmpty()) {
      memory = Optional.of(watch.resume(alerts.active()));
    }
    if (week.isEmpty()) {
      return;
    }
    RuleSet rules = tools.rules().now();
    PressedWatch.Turn turn =
        watch.look(
            memory.get(),
            ShedSight.of(
                tools.site(), tools.live().believed(now.toEpochMilli()), tools.live().forecasts()),
            week.get(),
            rules.flyLinePressure(),
            now);
    alerts.carryOut(turn.deeds(), rules.version(RuleName.FLY_LINE_PRESSURE).version());
    memory = Optional.of(turn.next());
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(TimeUnit.SECONDS.toMillis(STOP_SECONDS));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
