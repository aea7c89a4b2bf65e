package io.shedwatch.server;

import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.context.ApplicationContext;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.server.access.Access;
import io.shedwatch.server.access.AccessSettings;
import io.shedwatch.server.alert.JdbcAlertActions;
import io.shedwatch.server.evidence.EvidenceLoop;
import io.shedwatch.server.forecast.ForecastRoom;
import io.shedwatch.server.incident.JdbcIncidentActions;
import io.shedwatch.server.incident.JdbcIncidentEntries;
import io.shedwatch.server.incident.JdbcIncidentFiles;
import io.shedwatch.server.incident.chain.FileVerifyLog;
import io.shedwatch.server.intake.Intake;
import io.shedwatch.server.intake.IntakeFault;
import io.shedwatch.server.intake.IntakeRoom;
import io.shedwatch.server.intake.MqttAddress;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.live.JdbcMaintenance;
import io.shedwatch.server.live.Live;
import io.shedwatch.server.patrol.JdbcPatrols;
import io.shedwatch.server.patrol.pressed.PressedLoop;
import io.shedwatch.server.pressure.map.PressureRoom;
import io.shedwatch.server.readings.ReadingRoom;
import io.shedwatch.server.readings.ReadingsSettings;
import io.shedwatch.server.settings.FileSettingsSource;
import io.shedwatch.server.settings.SettingsFault;
import io.shedwatch.server.settings.SettingsReader;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteFault;
import io.shedwatch.server.wish.WishRoom;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main: starts the rooms in order, stops them in reverse, and owns the clock. */
public final class ControlRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlRoom.class);

  /** A delay of the network that is no fault of a clock. */
  private static final long SKEW_MILLIS = 5_000;

  /** sysexits.h: the configuration is wrong. */
  private static final int EXIT_CONFIGURATION = 78;

  private final Shutdowns shutdowns;
  private final HttpRoom http;
  private final String url;

  private ControlRoom(Shutdowns shutdowns, HttpRoom http, String url) {
    this.shutdowns = shutdowns;
    this.http = http;
    this.url = url;
  }

  /** Runs until the process is told to stop. */
  public static void main(String[] args) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    if (args.length > 0 && args[0].equals(FileVerifyLog.COMMAND)) {
      System.exit(FileVerifyLog.run(List.of(args).subList(1, args.length), out));
    }
    try {
      ControlRoom room = start(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(room::close, "shutdown"));
      out.println("ready " + room.url());
    } catch (SettingsFault | SiteFault | StartFault | IntakeFault e) {
      out.println("ShedWatch cannot start:\n" + e.getMessage());
      System.exit(EXIT_CONFIGURATION);
    }
  }

  /**
   * Starts a control room and returns when it answers; tests start theirs here too.
   *
   * @param environment settings as SHEDWATCH_* names; others are ignored
   * @throws RuntimeException naming for the operator what keeps it from starting
   */
  public static ControlRoom start(Map<String, String> environment) {
    RoomSettings settings =
        SettingsReader.read(RoomSettings.class, FileSettingsSource.gather(environment));
    Shutdowns shutdowns = new Shutdowns();
    try {
      return open(settings, shutdowns);
    } catch (RuntimeException e) {
      shutdowns.close();
      throw e;
    }
  }

  /** The rooms in their order; each may use the ones before it and knows none after it. */
  private static ControlRoom open(RoomSettings settings, Shutdowns shutdowns) {
    long startedAt = System.nanoTime();
    ScaledTime time = settings.server().time();
    InstantSource clock = clock(time);
    PrometheusMeterRegistry metrics = metrics();
    shutdowns.register("metrics", metrics::close);
    FileDataFolder data =
        shutdowns.register("data folder", FileDataFolder.open(settings.server().data()));
    Site site = FileSite.load(settings.site());
    JdbcDatabase database =
        shutdowns.register("database", JdbcDatabase.open(settings.database(), data.path()));
    Access access = access(database, settings.access(), clock.instant());
    ReadingRoom readings =
        shutdowns.register(
            "readings",
            readings(settings.readings().readings(site.site(), data.path(), time.isReal()), clock));
    Meters meters = new Meters(metrics);
    readings.show(meters::show);
    Live live = shutdowns.register("live", Live.open(site, clock, List.of()));
    List<Object> beans =
        new ArrayList<>(
            List.of(settings.http(), clock, metrics, site, access, live, readings.history()));
    beans.addAll(List.of(database, database.pool(), meters, new ReadingsHealth(readings)));
    beans.addAll(people(site, database, live));
    MqttAddress broker = BrokerChoice.open(settings, site, data.path(), shutdowns);
    RuleWiring rules = RuleWiring.open(site, database.pool(), readings, live.feed(), clock);
    shutdowns.register("back-tests", rules.backTests());
    beans.addAll(rules.beans());
    IntakeRoom room =
        new IntakeRoom(
            site,
            database.pool(),
            readings.sink(),
            live.feed(),
            rules.rules(rules(time)),
            clock,
            metrics,
            data.installation(),
            settings.mqtt().lanes());
    Intake intake = shutdowns.register("intake", Intake.start(room, broker));
    beans.addAll(List.of(intake.commands(), intake.limits(), new BrokerHealth(intake)));
    shutdowns.register("alert clock", rules.clock());
    shutdowns.register(
        "forecast",
        ForecastRoom.start(
            new ForecastRoom.Tools(database.pool(), site, readings.history(), live, clock)));
    WishRoom wishes =
        shutdowns.register(
            "wishes",
            WishRoom.start(
                new WishRoom.Tools(
                    database.pool(),
                    site,
                    live,
                    settings.wishes(),
                    PushWiring.messenger(settings, data.path()),
                    clock)));
    wishes.show(meters::show);
    beans.add(wishes);
    NoticeWiring.Open notices =
        NoticeWiring.open(settings, site, database.pool(), live.feed(), clock);
    shutdowns.register("notices", notices.room());
    notices.room().show(meters::show);
    beans.addAll(notices.beans());
    shutdowns.register(
        "evidence", EvidenceLoop.start(database.pool(), site.site(), readings.store(), clock));
    PressureRoom pressure =
        shutdowns.register("pressure", PressureRoom.start(database.pool(), site, clock));
    pressure.show(meters::show);
    beans.addAll(pressure.beans());
    shutdowns.register(
        "fly-line pressure",
        PressedLoop.start(
            new PressedLoop.Tools(
                database.pool(),
                site,
                pressure.walks(),
                live,
                pressure.week(),
                rules.desk(),
                rules.inForce(),
                clock)));
    beans.add(new JdbcPatrols(database.pool(), site.site()));
    beans.addAll(List.of(settings.contact(), settings.cost()));
    HttpRoom http = shutdowns.register("http", HttpRoom.start(settings.http(), beans));
    LOG.info(
        "started site={} sheds={} sockets={} database={} readings={} port={} millis={}",
        site.site(),
        site.sheds().size(),
        site.sheds().stream().mapToInt(Site.Shed::sockets).sum(),
        database.product(),
        settings.readings().kind(),
        http.port(),
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startedAt));
    String scheme = settings.http().tlsKeystore().isPresent() ? "https" : "http";
    return new ControlRoom(shutdowns, http, scheme + "://127.0.0.1:" + http.port() + "/");
  }

  /** Where this machine finds the pages. */
  public String url() {
    return url;
  }

  public int httpPort() {
    return http.port();
  }

  /** The routes and what they use; for tests that walk them. */
  public ApplicationContext context() {
    return http.context();
  }

  /** Stops all rooms in reverse. */
  @Override
  public void close() {
    shutdowns.close();
  }

  /** What carries out what people do, and the screens that hear of it. */
  private static List<Object> people(Site site, JdbcDatabase database, Live live) {
    JdbcIncidentActions incidents =
        new JdbcIncidentActions(database.pool(), site.site(), live.feed());
    JdbcAlertActions alerts =
        new JdbcAlertActions(database.pool(), site.site(), incidents, live.feed());
    JdbcMaintenance outages = new JdbcMaintenance(database.pool(), site.site(), live);
    try {
      outages.show();
    } catch (SQLException e) {
      throw new StartFault("cannot read the planned outages", e);
    }
    JdbcIncidentEntries entries =
        new JdbcIncidentEntries(database.pool(), site.site(), live.feed());
    return List.of(
        live.feed(),
        incidents,
        entries,
        new JdbcIncidentFiles(database.pool(), site.site()),
        alerts,
        outages);
  }

  private static InstantSource clock(ScaledTime time) {
    if (!time.isReal()) {
      LOG.warn("the clock is not real setting={}", time.setting());
    }
    return () -> Instant.ofEpochMilli(time.at(System.currentTimeMillis()));
  }

  private static ReadingRoom readings(ReadingsSettings settings, InstantSource clock) {
    try {
      return ReadingRoom.start(settings, clock);
    } catch (IOException e) {
      throw new StartFault("cannot open the readings in " + settings.folder(), e);
    }
  }

  /** What the network delays looks longer on a faster clock. */
  private static StepRules rules(ScaledTime time) {
    StepRules usual = StepRules.DEFAULTS;
    return time.isReal()
        ? usual
        : usual.withSkew((long) (SKEW_MILLIS * Math.max(1, time.factor())));
  }

  private static PrometheusMeterRegistry metrics() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }

  private static Access access(JdbcDatabase database, AccessSettings settings, Instant now) {
    try {
      Access access = Access.open(database.pool(), settings, now);
      access
          .madeUpPassword()
          .ifPresent(
              // Printed, not logged: logs are kept and sent around.
              password ->
                  System.out.println(
                      "First start: log in as admin with the password "
                          + password
                          + "\n"
                          + "It is shown this once; change it on the staff page."));
      return access;
    } catch (SQLException | IllegalArgumentException e) {
      throw new StartFault("cannot open the room of users", e);
    }
  }
}
