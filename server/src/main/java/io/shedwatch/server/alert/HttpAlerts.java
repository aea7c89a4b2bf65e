package io.shedwatch.server.alert;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** Alerts for staff: lists, and what people do about them. */
@Controller("/api/v1/alerts")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "alerts")
class HttpAlerts {
  private static final String OPEN = "open";
  private static final List<String> STATES =
      Stream.concat(Arrays.stream(AlertState.values()).map(AlertState::word), Stream.of(OPEN))
          .toList();
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::word).toList();

  /** Nobody puts an alert aside for longer; it would be forgotten. */
  private static final Duration LONGEST_SHELVING = Duration.ofDays(7);

  private final JdbcAlertActions actions;
  private final DataSource database;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpAlerts(JdbcAlertActions actions, DataSource database, Site site, InstantSource clock) {
    this.actions = actions;
    this.database = database;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Alerts, the newest raised first. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "alerts", summary = "Alerts, the newest raised first.")
  PageShape<AlertShape> alerts(@Valid @RequestBean AlertsAsked asked) throws SQLException {
    PageAsked page = PageAsked.of(asked.cursor(), asked.limit());
    AlertQuery query = asked.query();
    return JdbcTransaction.run(
            database, connection -> JdbcAlertPages.page(connection, site.site(), query, page))
        .shape(this::shape);
  }

  /** One alert. */
  @Get("/{alert}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "alert", summary = "One alert.")
  AlertShape alert(String alert) throws SQLException {
    return shape(actions.find(alert).orElseThrow(() -> unknown(alert)));
  }

  /** What people wrote about one alert, oldest first. */
  @Get("/{alert}/comments")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "alertComments", summary = "What people wrote about an alert.")
  CommentList comments(String alert) throws SQLException {
    List<CommentShape> items =
        actions.remarks(alert).stream()
            .map(one -> new CommentShape(time.text(one.at()), one.by(), one.text()))
            .toList();
    return new CommentList(items);
  }

  /** Says that somebody has seen it. Again is the same: the first who did is kept. */
  @Post("/{alert}/acknowledge")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "acknowledgeAlert", summary = "Says that somebody has seen it.")
  AlertShape acknowledge(String alert, Authentication who) throws SQLException {
    return answer(alert, actions.acknowledge(alert, who.getName(), clock.instant()));
  }

  /** Gives it to somebody, or to nobody. */
  @Post("/{alert}/assign")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "assignAlert", summary = "Gives an open alert to somebody.")
  AlertShape assign(String alert, @Body @Valid Assignment body, Authentication who)
      throws SQLException {
    Optional<String> to = body.to().map(String::strip).filter(name -> !name.isEmpty());
    return changed(alert, actions.assign(alert, to, who.getName(), clock.instant()));
  }

  /** Writes something about it. */
  @Post("/{alert}/comment")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "commentAlert", summary = "Writes something about an alert.")
  AlertShape comment(String alert, @Body @Valid Comment body, Authentication who)
      throws SQLException {
    return answer(
        alert, actions.comment(alert, body.text().strip(), who.getName(), clock.instant()));
  }

  /** Puts an open alert aside until a time, with a reason; at most seven days. */
  @Post("/{alert}/shelve")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "shelveAlert", summary = "Puts an open alert aside for a time.")
  AlertShape shelve(String alert, @Body @Valid Shelve body, Authentication who)
      throws SQLException {
    Instant now = clock.instant();
    Instant until = Asked.time("until", Optional.of(body.until())).orElseThrow();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST_SHELVING))) {
      throw ProblemException.invalid("until is in the future, and at most 7 days ahead.");
    }
    Shelving shelving = new Shelving(until, who.getName(), body.why().strip());
    return changed(alert, actions.shelve(alert, shelving, now));
  }

  /** Takes it back. */
  @Post("/{alert}/unshelve")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "unshelveAlert", summary = "Takes a shelved alert back.")
  AlertShape unshelve(String alert, Authentication who) throws SQLException {
    return answer(alert, actions.unshelve(alert, who.getName(), clock.instant()));
  }

  private AlertShape answer(String alert, Optional<JdbcAlertActions.Done> done) {
    return shape(done.orElseThrow(() -> unknown(alert)).alert());
  }

  private AlertShape changed(String alert, Optional<JdbcAlertActions.Done> done) {
    if (done.isPresent() && !done.get().changed()) {
      throw new ProblemException(ProblemType.CONFLICT, "The alert is closed.");
    }
    return answer(alert, done);
  }

  private AlertShape shape(AlertView alert) {
    return AlertShape.of(alert, time);
  }

  private static ProblemException unknown(String alert) {
    return ProblemException.notFound("There is no alert " + alert + ".");
  }

  /**
   * Which alerts; all may be left out.
   *
   * @param state words of the life cycle, or {@code open} for all but closed
   * @param from raised at or after
   * @param to raised before
   */
  @Introspected
  record AlertsAsked(
      @QueryValue Optional<List<String>> state,
      @QueryValue Optional<List<String>> severity,
      @QueryValue Optional<String> shed,
      @QueryValue Optional<Integer> socket,
      @QueryValue Optional<String> rule,
      @QueryValue Optional<Boolean> open,
      @QueryValue Optional<String> from,
      @QueryValue Optional<String> to,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<Integer> limit) {
    AlertQuery query() {
      Set<String> states = new HashSet<>(Asked.words("state", state, STATES));
      Optional<Boolean> onlyOpen = states.remove(OPEN) ? Optional.of(true) : open;
      return new AlertQuery(
          states,
          Asked.words("severity", severity, SEVERITIES),
          shed,
          socket,
          rule,
          onlyOpen,
          Asked.time("from", from),
          Asked.time("to", to));
    }
  }

  /**
   * To whom.
   *
   * @param to a user, or the name of somebody outside; null or empty: to nobody
   */
  @Serdeable
  record Assignment(Optional<@Size(max = 64) String> to) {}

  /** What somebody writes. */
  @Serdeable
  record Comment(@NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String text) {}

  /** Until when, and why. */
  @Serdeable
  record Shelve(@NotBlank @Size(max = 40) String until, @NotBlank @Size(max = 500) String why) {}

  /** One comment. */
  @Serdeable
  @Schema(name = "AlertComment")
  record CommentShape(String at, String by, String text) {}

  /** All comments of one alert. */
  @Serdeable
  record CommentList(List<CommentShape> items) {}
}
