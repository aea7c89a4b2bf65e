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
import io.shedwatch.server.live.Live;
import io.shedwatch.server.settings.FileSettingsSource;
import io.shedwatch.server.settings.SettingsFault;
import io.shedwatch.server.settings.SettingsReader;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteFault;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main: starts the rooms in order, stops them in reverse, and owns the clock. */
public final class ControlRoom implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ControlRoom.class);

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
    try {
      ControlRoom room = start(System.getenv());
      Runtime.getRuntime().addShutdownHook(new Thread(room::close, "shutdown"));
      out.println("ready " + room.url());
    } catch (SettingsFault | SiteFault | StartFault e) {
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
    InstantSource clock = clock(settings.server());
    PrometheusMeterRegistry metrics = metrics();
    shutdowns.register("metrics", metrics::close);
    Path data = dataFolder(settings.server().data());
    Site site = FileSite.load(settings.site());
    JdbcDatabase database =
        shutdowns.register("database", JdbcDatabase.open(settings.database(), data));
    Access access = access(database, settings.access(), clock.instant());
    Live live = shutdowns.register("live", Live.open(site, clock, List.of()));
    List<Object> beans =
        List.of(settings.http(), clock, metrics, site, database, database.pool(), access, live);
    HttpRoom http = shutdowns.register("http", HttpRoom.start(settings.http(), beans));
    LOG.info(
        "started site={} sheds={} sockets={} database={} port={} millis={}",
        site.site(),
        site.sheds().size(),
        site.sheds().stream().mapToInt(Site.Shed::sockets).sum(),
        database.product(),
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

  private static InstantSource clock(ServerSettings settings) {
    ScaledTime time = settings.clock().map(ScaledTime::parse).orElse(ScaledTime.REAL);
    settings.clock().ifPresent(setting -> LOG.warn("the clock is not real setting={}", setting));
    return () -> Instant.ofEpochMilli(time.at(System.currentTimeMillis()));
  }

  private static PrometheusMeterRegistry metrics() {
    PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    return registry;
  }

  private static Path dataFolder(Path folder) {
    try {
      return Files.createDirectories(folder.toAbsolutePath().normalize());
    } catch (IOException e) {
      throw new StartFault("cannot make the data folder " + folder, e);
    }
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
    } catch (SQLException e) {
      throw new StartFault("cannot read the users", e);
    }
  }
}
