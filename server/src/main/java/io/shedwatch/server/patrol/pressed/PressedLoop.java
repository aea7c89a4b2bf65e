package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.incident.JdbcAlertDesk;
import io.shedwatch.server.live.Live;
import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
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
import javax.sql.DataSource;

/** Looks every few seconds, on a thread that nobody waits for. */
public final class PressedLoop implements AutoCloseable {
  private static final Pace PACE = Pace.everyMillis(5_000);

  /** The mean week changes once a night; it is read again after so many looks. */
  private static final int WEEK_LOOKS = 60;

  private final Tools tools;
  private final PressedWatch watch;
  private final JdbcPressedAlerts alerts;
  private final LookLoop loop;
  private Optional<PressedWatch.Memory> memory = Optional.empty();
  private Optional<JdbcBuildingWeek.Week> week = Optional.empty();
  private int looks;

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
    this.loop = new LookLoop("fly-line-pressure", PACE, tools.clock(), this::look);
  }

  /** Begins to look. */
  public static PressedLoop start(Tools tools) {
    PressedLoop pressed = new PressedLoop(tools);
    pressed.loop.start();
    return pressed;
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
    long millis = now.toEpochMilli();
    PressedWatch.Turn turn =
        watch.look(
            memory.get(),
            ShedSight.of(
                tools.site(),
                tools.live().believed(millis),
                shed -> tools.live().isOut(shed, millis),
                tools.live().forecasts()),
            week.get(),
            rules.flyLinePressure(),
            now);
    alerts.carryOut(turn.deeds(), rules.version(RuleName.FLY_LINE_PRESSURE).version());
    memory = Optional.of(turn.next());
  }

  @Override
  public void close() {
    loop.close();
  }
}
