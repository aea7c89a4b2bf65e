package io.shedwatch.server.intake;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** What is not here, for staff: messages that were refused, and messages that are missing. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "intake")
class HttpLosses {
  private final DataSource database;
  private final Site site;
  private final SiteTime time;

  HttpLosses(DataSource database, Site site) {
    this.database = database;
    this.site = site;
    this.time = new SiteTime(site.timezone());
  }

  /** The last 1,000 messages that could not be used, the newest first. */
  @Get("/rejected{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "rejected", summary = "Messages that could not be used.")
  PageShape<RejectedShape> rejected(
      @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    PageAsked asked = PageAsked.of(cursor, limit);
    return JdbcTransaction.run(
            database, connection -> JdbcLossPages.rejected(connection, site.site(), time, asked))
        .shape(one -> one);
  }

  /** Runs of messages that are missing, the latest noted first. */
  @Get("/lost{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "lost", summary = "Messages that are missing, and why.")
  PageShape<LostShape> lost(
      @QueryValue Optional<String> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    PageAsked asked = PageAsked.of(cursor, limit);
    return JdbcTransaction.run(
            database, connection -> JdbcLossPages.lost(connection, site.site(), time, asked))
        .shape(one -> one);
  }
}
