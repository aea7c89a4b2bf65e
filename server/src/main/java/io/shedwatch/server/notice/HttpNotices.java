package io.shedwatch.server.notice;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.shedwatch.server.sql.ListShape;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What was sent when, with its outcome. */
@Controller("/api/v1/notices")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notices")
class HttpNotices {
  private final JdbcNoticeList list;
  private final JdbcWaiting waiting;
  private final SiteTime time;
  private final InstantSource clock;

  HttpNotices(JdbcNoticeList list, JdbcWaiting waiting, Site site, InstantSource clock) {
    this.list = list;
    this.waiting = waiting;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Notices, the newest first. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "notices", summary = "What was sent when, the newest first.")
  PageShape<NoticeShape> notices(@Valid @RequestBean NoticesAsked asked) throws SQLException {
    PageAsked page = PageAsked.of(asked.cursor(), asked.limit());
    return list.page(asked.query(), page).shape(one -> NoticeShape.of(one, time));
  }

  /** What routes are still to be told and why not yet, the earliest first; at most 200. */
  @Get("/waiting")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "waitingNotices", summary = "What routes are still to be told.")
  ListShape<WaitingShape> waiting() throws SQLException {
    return new ListShape<>(
        waiting.all(clock.instant()).stream().map(one -> WaitingShape.of(one, time)).toList());
  }

  /** One notice. */
  @Get("/{notice}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "notice", summary = "One notice.")
  NoticeShape notice(String notice) throws SQLException {
    return list.find(notice)
        .map(one -> NoticeShape.of(one, time))
        .orElseThrow(() -> ProblemException.notFound("There is no notice " + notice + "."));
  }

  /**
   * Which notices; all may be left out.
   *
   * @param alert those that tell of this alert
   * @param from written at or after
   * @param to written before
   */
  @Introspected
  record NoticesAsked(
      @QueryValue Optional<String> route,
      @QueryValue Optional<List<String>> state,
      @QueryValue Optional<List<String>> kind,
      @QueryValue Optional<String> alert,
      @QueryValue Optional<String> from,
      @QueryValue Optional<String> to,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<Integer> limit) {
    NoticeQuery query() {
      return new NoticeQuery(
          route,
          Asked.words("state", state, NoticeState.words()),
          Asked.words("kind", kind, NoticeKind.words()),
          alert,
          Asked.time("from", from),
          Asked.time("to", to));
    }
  }

  /** The same, read. */
  record NoticeQuery(
      Optional<String> route,
      Set<String> states,
      Set<String> kinds,
      Optional<String> alert,
      Optional<Instant> from,
      Optional<Instant> to) {}
}
