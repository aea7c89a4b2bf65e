package io.shedwatch.server.notice;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.alert.AlertCleared;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Flaps;
import io.shedwatch.server.alert.JdbcAlerts;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.Occasion;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Destination;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.notice.courier.Recipient;
import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.flywaydb.core.Flyway;

/** The room's desk on a database of its own, with time as the test tells it. */
final class NoticeRig implements AutoCloseable, Recipients {
  /** A Tuesday at noon at the place. */
  static final Instant NOON = Instant.parse("2026-01-06T04:00:00Z");

  private static final String H2_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

  private static final long CONNECTION_TIMEOUT_MILLIS = 2_000;

  final HikariDataSource pool;
  final Site site = FileSite.load(new SiteSettings(Optional.empty()));
  final JdbcNoticeDesk desk;
  List<Recipient> onDuty = List.of();

  private NoticeRig(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    config.setMaximumPoolSize(4);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    this.pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
    this.desk = new JdbcNoticeDesk(pool, site, NoticeRules.DEFAULTS, this, Optional.empty());
    try {
      JdbcTransaction.run(
          pool,
          connection -> {
            JdbcIncidents.prepare(connection, site.site());
            return true;
          });
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  static NoticeRig inMemory() {
    return new NoticeRig("jdbc:h2:mem:" + UUID.randomUUID() + H2_MODE);
  }

  /** A database that outlives the process, by its address with user and password in it. */
  static NoticeRig at(String url) {
    return new NoticeRig(url);
  }

  static String file(Path file) {
    return "jdbc:h2:file:" + file + H2_MODE + ";WRITE_DELAY=0";
  }

  static String url(Postgres postgres, String database) {
    return postgres.jdbcUrl(database) + "?user=" + Postgres.USER + "&password=" + Postgres.PASSWORD;
  }

  @Override
  public List<Recipient> onDuty(Instant now) {
    return onDuty;
  }

  @Override
  public List<Recipient> leaders(Set<String> grids) {
    return grids.stream().map(grid -> new Recipient("leader of " + grid, "", "")).toList();
  }

  /** A route that is told of everything at once. */
  static Route route(String id, CourierKind courier, String address) {
    return new Route(
        id,
        "route " + id,
        new Destination(courier, new Secret(address), Optional.empty()),
        new RouteFilter(Severity.MINOR, Set.of(), Set.of(), Hours.ALWAYS),
        Audience.ADDRESS,
        0,
        Language.ZH,
        true,
        false,
        true);
  }

  static Route after(Route route, int minutes) {
    return new Route(
        route.route(),
        route.name(),
        route.destination(),
        route.filter(),
        route.audience(),
        minutes,
        route.language(),
        route.tellsClears(),
        route.digest(),
        route.enabled());
  }

  static Route filtered(Route route, RouteFilter filter) {
    return new Route(
        route.route(),
        route.name(),
        route.destination(),
        filter,
        route.audience(),
        route.afterMinutes(),
        route.language(),
        route.tellsClears(),
        route.digest(),
        route.enabled());
  }

  void put(Route route) throws SQLException {
    JdbcTransaction.run(
        pool,
        connection -> {
          JdbcRoutes.put(connection, site.site(), route, "test", NOON);
          return true;
        });
  }

  /** An alert as the lanes raise it, incident and all. */
  void raise(AlertRaised raised) throws SQLException {
    raise(raised, Flaps.NEVER);
  }

  void raise(AlertRaised raised, Flaps flaps) throws SQLException {
    JdbcTransaction.run(
        pool,
        connection -> {
          JdbcAlerts.raise(connection, raised, flaps);
          if (raised.severity().opensIncident()) {
            JdbcIncidents.Entry entry =
                JdbcIncidents.openOrJoin(connection, occasion(raised), raised.raisedAt());
            JdbcAlerts.join(connection, raised.alert(), entry.incident().incident());
            JdbcIncidents.append(connection, site.site(), List.of(entry.event()));
          }
          return true;
        });
  }

  private static Occasion occasion(AlertRaised raised) {
    return new Occasion(
        raised.alert(),
        raised.subject().key(),
        raised.kind(),
        raised.severity(),
        raised.subject(),
        raised.raisedAt(),
        "edge",
        "{}");
  }

  /**
   * An alert of a kind.
   *
   * @param socket 0: the whole shed
   */
  AlertRaised alert(
      String id, String kind, Severity severity, String shed, int socket, Instant at) {
    return AlertRaised.of(
            id,
            kind.equals("shed-offline") || kind.equals("drill") ? kind : "hardware",
            severity,
            Subject.of(
                new ShedAddress(site.site(), new ShedId(shed)),
                socket == 0 ? OptionalInt.empty() : OptionalInt.of(socket)),
            at.toEpochMilli())
        .ofKind(kind);
  }

  void clear(String alert, Instant at) throws SQLException {
    JdbcTransaction.run(
        pool,
        connection -> JdbcAlerts.clear(connection, new AlertCleared(alert, at.toEpochMilli(), "")));
  }

  void execute(String sql, Object... values) throws SQLException {
    JdbcTransaction.run(pool, connection -> JdbcCall.update(connection, sql, values));
  }

  List<String> rows(String sql, Object... values) throws SQLException {
    return JdbcTransaction.run(
        pool, connection -> JdbcCall.list(connection, sql, row -> row.getString(1), values));
  }

  /** Writes the messages of all routes whose line is free. */
  void compose(Instant now) throws SQLException {
    for (String route : desk.dueRoutes(now)) {
      desk.compose(route, now);
    }
  }

  /** One look of the loop; what leaves ends with that outcome at once. */
  List<Errand> look(Instant now, Outcome outcome) throws SQLException {
    desk.route(now);
    compose(now);
    List<Errand> errands = desk.claim(Set.of(), now);
    for (Errand errand : errands) {
      desk.ended(errand, outcome, now);
    }
    return errands;
  }

  /** Looks every second, all deliveries succeed; what left, in its order. */
  List<Errand> run(Instant from, int seconds) throws SQLException {
    List<Errand> all = new ArrayList<>();
    for (int second = 0; second <= seconds; second++) {
      all.addAll(look(from.plusSeconds(second), new Outcome.Delivered("taken")));
    }
    return all;
  }

  @Override
  public void close() {
    pool.close();
  }
}
