package io.shedwatch.server.notice;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.ListShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Where notices go. Addresses and secrets come in and are never shown again. */
@Controller("/api/v1/notices/routes")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "notices")
class HttpNoticeRoutes {
  /** A site has a handful; a runaway script shall not make thousands. */
  private static final int MOST_ROUTES = 100;

  private static final int ID_CHARACTERS = 12;

  private final JdbcNoticeList list;
  private final JdbcNoticeDesk desk;
  private final SiteTime time;
  private final InstantSource clock;

  HttpNoticeRoutes(JdbcNoticeList list, JdbcNoticeDesk desk, Site site, InstantSource clock) {
    this.list = list;
    this.desk = desk;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** All routes, by name. */
  @Get
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "noticeRoutes", summary = "Where notices go.")
  ListShape<RouteShape> routes() throws SQLException {
    return new ListShape<>(list.routes().stream().map(RouteShape::of).toList());
  }

  /** Adds a route. */
  @Post
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addNoticeRoute", summary = "Adds a route.")
  RouteShape add(@Body @Valid RouteAsked body, Authentication who) throws SQLException {
    if (list.routes().size() >= MOST_ROUTES) {
      throw new ProblemException(ProblemType.CONFLICT, "There are " + MOST_ROUTES + " routes.");
    }
    String id = UUID.randomUUID().toString().replace("-", "").substring(0, ID_CHARACTERS);
    return put(body.route(id, Optional.empty()), who);
  }

  /** Changes a route; what is left out of address and secret stays. */
  @Put("/{route}")
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "changeNoticeRoute", summary = "Changes a route.")
  RouteShape change(String route, @Body @Valid RouteAsked body, Authentication who)
      throws SQLException {
    Route before = list.route(route).orElseThrow(() -> unknown(route));
    return put(body.route(route, Optional.of(before)), who);
  }

  /** Removes a route; what was due on it is not told there. */
  @Delete("/{route}")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeNoticeRoute", summary = "Removes a route.")
  void remove(String route) throws SQLException {
    if (!list.remove(route)) {
      throw unknown(route);
    }
  }

  /** Sends a test message, tried once; ask for the notice to see what became of it. */
  @Post("/{route}/test")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.ACCEPTED)
  @Operation(operationId = "testNoticeRoute", summary = "Sends a test message.")
  NoticeShape test(String route, Authentication who) throws SQLException {
    return desk.test(route, who.getName(), clock.instant())
        .map(notice -> NoticeShape.of(notice, time))
        .orElseThrow(() -> unknown(route));
  }

  private RouteShape put(Route route, Authentication who) throws SQLException {
    list.put(route, who.getName(), clock.instant());
    return RouteShape.of(route);
  }

  private static ProblemException unknown(String route) {
    return ProblemException.notFound("There is no route " + route + ".");
  }
}
