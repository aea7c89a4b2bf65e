package io.shedwatch.server.session;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Charging sessions for staff. */
@Controller("/api/v1/sessions")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "sessions")
class HttpSessions {
  private final DataSource database;
  private final Site site;
  private final SiteTime time;

  HttpSessions(DataSource database, Site site) {
    this.database = database;
    this.site = site;
    this.time = new SiteTime(site.timezone());
  }

  /** Sessions, the newest started first. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "sessions", summary = "Charging sessions, the newest started first.")
  PageShape<SessionShape> sessions(@Valid @RequestBean SessionsAsked asked) throws SQLException {
    PageAsked page = PageAsked.of(asked.cursor(), asked.limit());
    JdbcSessionPages.Query query = asked.query();
    return JdbcTransaction.run(
            database,
            connection -> JdbcSessionPages.page(connection, site.site(), time, query, page))
        .shape(session -> session);
  }

  /**
   * Which sessions; all may be left out.
   *
   * @param from started at or after
   * @param to started before
   * @param open true: only those under way; false: only those that are over
   */
  @Introspected
  record SessionsAsked(
      @QueryValue Optional<String> shed,
      @QueryValue Optional<Integer> socket,
      @QueryValue Optional<String> from,
      @QueryValue Optional<String> to,
      @QueryValue Optional<Boolean> open,
      @QueryValue Optional<String> cursor,
      @QueryValue Optional<Integer> limit) {
    JdbcSessionPages.Query query() {
      return new JdbcSessionPages.Query(
          shed, socket, Asked.time("from", from), Asked.time("to", to), open);
    }
  }
}
