package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.IncidentEvent;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.notice.courier.JsonText;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.notice.courier.Recipient;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcTransaction;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * The room's work, a transaction each: the outbox becomes tasks, tasks become messages, messages
 * are claimed for an attempt, and attempts end. A kill between two of them loses nothing, and a
 * kill during an attempt leaves it marked as such.
 */
final class JdbcNoticeDesk {
  /** The digest of the day before leaves at this hour, or as soon as the server is up after it. */
  private static final int DIGEST_HOUR = 8;

  private static final Duration SETTLED_KEPT = Duration.ofDays(90);
  private static final int MOST_CAUSE = 200;

  private final DataSource database;
  private final Site site;
  private final NoticeRules rules;
  private final Routing routing;
  private final NoticeText text;
  private final JdbcAlertFacts facts;
  private final JdbcTasks tasks;
  private final JdbcNotices notices;
  private final Recipients recipients;

  /**
   * @param pages where people open the pages; empty: messages carry no link
   */
  JdbcNoticeDesk(
      DataSource database,
      Site site,
      NoticeRules rules,
      Recipients recipients,
      Optional<URI> pages) {
    this.database = database;
    this.site = site;
    this.rules = rules;
    this.recipients = recipients;
    this.routing = new Routing(rules, site.timezone());
    this.text = new NoticeText(site, pages);
    this.facts = new JdbcAlertFacts(new Places(site));
    this.tasks = new JdbcTasks(site.site(), facts);
    this.notices = new JdbcNotices(site.site());
  }

  /** After a start, before anything else. */
  int resume(Instant now) throws SQLException {
    return JdbcTransaction.run(database, connection -> notices.resume(connection, now));
  }

  /** Empties the outbox; how many entries there were. */
  int route(Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          List<JdbcTasks.Entry> entries = tasks.outbox(connection);
          List<Route> routes = entries.isEmpty() ? List.of() : JdbcRoutes.all(connection, siteId());
          for (JdbcTasks.Entry entry : entries) {
            Optional<AlertFact> alert = facts.find(connection, entry.alert());
            List<Routing.Due> due =
                alert.isPresent()
                    ? routing.tasks(entry.transition(), alert.get(), routes, now)
                    : List.of();
            tasks.route(connection, entry, due);
          }
          return entries.size();
        });
  }

  /** Routes on which something is due. */
  List<String> dueRoutes(Instant now) throws SQLException {
    return JdbcTransaction.run(database, one -> tasks.dueRoutes(one, now));
  }

  /** Writes the message of a route on which something is due, if its line is free. */
  void compose(String route, Instant now) throws SQLException {
    JdbcTransaction.run(database, connection -> compose(connection, route, now));
  }

  private boolean compose(Connection connection, String id, Instant now) throws SQLException {
    Optional<Route> found = JdbcRoutes.find(connection, siteId(), id).filter(Route::enabled);
    if (found.isEmpty()) {
      tasks.abandon(connection, id);
      return false;
    }
    Route route = found.get();
    // A message is written when it can leave, so that all that came until then is in it.
    if (notices.busy(connection, id) || wait(connection, route, now) > 0) {
      return false;
    }
    Turn turn =
        Turn.of(rules, tasks.due(connection, route, rules, now), notices.last(connection, id), now);
    tasks.settle(connection, turn.settled());
    if (!turn.told().isEmpty()) {
      Notice notice = Notice.of(newId(), route, NoticeKind.ALERT, text.of(turn.told(), route), now);
      notices.add(connection, notice);
      tasks.told(connection, turn.told(), notice.notice());
    }
    return true;
  }

  private long wait(Connection connection, Route route, Instant now) throws SQLException {
    TokenBucket bucket = TokenBucket.of(route.destination().courier().perMinute());
    Instant since = now.minusMillis(bucket.memoryMillis());
    return bucket.waitMillis(notices.attempts(connection, route.destination().robot(), since), now);
  }

  /** Writes yesterday's digest on the routes that want it, once a day each. */
  void digest(Instant now) throws SQLException {
    ZonedDateTime local = now.atZone(site.timezone());
    if (local.getHour() < DIGEST_HOUR) {
      return;
    }
    LocalDate day = local.toLocalDate().minusDays(1);
    JdbcTransaction.run(
        database,
        connection -> {
          for (Route route : JdbcRoutes.all(connection, siteId())) {
            String id = "digest-" + day + "-" + route.route();
            if (route.enabled() && route.digest() && notices.find(connection, id).isEmpty()) {
              Instant from = day.atStartOfDay(site.timezone()).toInstant();
              Instant to = day.plusDays(1).atStartOfDay(site.timezone()).toInstant();
              Message message =
                  new JdbcDigest(siteId())
                      .of(connection, from, to)
                      .message(text, route.language(), day);
              notices.add(connection, Notice.of(id, route, NoticeKind.DIGEST, message, now));
            }
          }
          tasks.forget(connection, now.minus(SETTLED_KEPT));
          notices.forget(connection, now);
          return true;
        });
  }

  /** Writes a test message; empty when there is no such route. */
  Optional<Notice> test(String id, String who, Instant now) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          Optional<Route> route = JdbcRoutes.find(connection, siteId(), id);
          if (route.isEmpty()) {
            return Optional.empty();
          }
          String at = new SiteTime(site.timezone()).text(now);
          Message message = Letters.test(route.get(), who, at);
          Notice notice = Notice.of(newId(), route.get(), NoticeKind.TEST, message, now);
          notices.add(connection, notice);
          return Optional.of(notice);
        });
  }

  /**
   * Claims what may leave now: at most one message a robot at a time, and none before its pace
   * allows.
   *
   * @param busy robots that are being asked
   */
  List<Errand> claim(Set<String> busy, Instant now) throws SQLException {
    List<Notice> due = JdbcTransaction.run(database, one -> notices.due(one, now));
    List<Errand> errands = new ArrayList<>();
    Set<String> taken = new HashSet<>(busy);
    for (Notice notice : due) {
      Optional<Errand> errand =
          JdbcTransaction.run(database, one -> claim(one, notice, taken, now));
      errand.ifPresent(
          one -> {
            taken.add(one.destination().robot());
            errands.add(one);
          });
    }
    return errands;
  }

  private Optional<Errand> claim(
      Connection connection, Notice notice, Set<String> taken, Instant now) throws SQLException {
    Optional<Route> route = JdbcRoutes.find(connection, siteId(), notice.route());
    if (route.isEmpty()) {
      Fate gone = new Fate(NoticeState.FAILED, now, false);
      notices.ended(connection, notice.notice(), notice.attempts(), gone, "the route was removed");
      return Optional.empty();
    }
    String robot = route.get().destination().robot();
    if (taken.contains(robot)
        || wait(connection, route.get(), now) > 0
        || !notices.claim(connection, notice, robot, now)) {
      return Optional.empty();
    }
    List<Recipient> to = to(connection, notice, route.get(), now);
    return Optional.of(
        new Errand(
            notice,
            notice.attempts() + 1,
            Letters.of(notice, route.get(), to),
            route.get().destination()));
  }

  private List<Recipient> to(Connection connection, Notice notice, Route route, Instant now)
      throws SQLException {
    return switch (route.audience()) {
      case ADDRESS -> List.of();
      case DUTY -> recipients.onDuty(now);
      case GRID_LEADER -> {
        Set<String> grids = new TreeSet<>();
        facts.of(connection, notice.notice()).forEach(alert -> grids.addAll(alert.grids()));
        yield recipients.leaders(grids.isEmpty() ? route.filter().grids() : grids);
      }
    };
  }

  /** Writes down how an attempt ended; a delivery goes into the log of its incidents. */
  void ended(Errand errand, Outcome outcome, Instant now) throws SQLException {
    Notice notice = errand.notice();
    Fate.Tried tried =
        new Fate.Tried(errand.attempt(), notice.madeAt(), notice.kind() == NoticeKind.TEST);
    Fate fate = Fate.of(rules, tried, outcome, now);
    JdbcTransaction.run(
        database,
        connection -> {
          notices.ended(connection, notice.notice(), errand.attempt(), fate, outcome.why());
          if (fate.state() == NoticeState.SENT) {
            List<IncidentEvent> events = notified(connection, notice, now);
            if (!events.isEmpty()) {
              JdbcIncidents.append(connection, siteId(), events);
            }
          }
          return true;
        });
  }

  private List<IncidentEvent> notified(Connection connection, Notice notice, Instant now)
      throws SQLException {
    Set<String> incidents = new TreeSet<>();
    facts
        .of(connection, notice.notice())
        .forEach(alert -> alert.incident().ifPresent(incidents::add));
    String detail =
        JsonText.object(
            json -> {
              json.writeStringField("notice", notice.notice());
              json.writeStringField("route", notice.routeName());
              json.writeStringField("title", notice.message().title());
            });
    List<IncidentEvent> events = new ArrayList<>();
    for (String incident : incidents) {
      String cause = notice.notice() + ":" + incident;
      String bounded = cause.substring(0, Math.min(cause.length(), MOST_CAUSE));
      events.add(
          new IncidentEvent(incident, now.toEpochMilli(), "notified", "server", detail, bounded));
    }
    return events;
  }

  private SiteId siteId() {
    return site.site();
  }

  private static String newId() {
    return UUID.randomUUID().toString().replace("-", "");
  }
}
