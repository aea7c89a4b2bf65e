package io.shedwatch.server.incident;

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
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.PageAsked;
import io.shedwatch.server.sql.PageShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** The permanent record for staff: lists, one incident with its events, and what people do. */
@Controller("/api/v1/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpIncidents {

  private final JdbcIncidentActions actions;
  private final DataSource database;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpIncidents(JdbcIncidentActions actions, DataSource database, Site site, InstantSource clock) {
    this.actions = actions;
    this.database = database;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Incidents, the newest opened first. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "incidents", summary = "Incidents, the newest opened first.")
  PageShape<IncidentShape> incidents(@Valid @RequestBean HttpIncidentsAsked asked)
      throws SQLException {
    PageAsked page = PageAsked.of(asked.cursor(), asked.limit());
    IncidentQuery query = asked.query(clock.instant());
    return JdbcTransaction.run(
            database, connection -> JdbcIncidentPages.page(connection, site.site(), query, page))
        .shape(this::shape);
  }

  /** One incident. */
  @Get("/{incident}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "incident", summary = "One incident.")
  IncidentShape incident(String incident) throws SQLException {
    return shape(
        JdbcTransaction.run(database, connection -> JdbcIncidents.find(connection, incident))
            .orElseThrow(() -> unknown(incident)));
  }

  /** What happened, in the order of the chain. */
  @Get("/{incident}/events{?cursor,limit}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "incidentEvents", summary = "What happened, the oldest first.")
  PageShape<IncidentEventShape> events(
      String incident, @QueryValue Optional<Long> cursor, @QueryValue Optional<Integer> limit)
      throws SQLException {
    int most = PageAsked.of(Optional.empty(), limit).limit();
    incident(incident);
    List<StoredEvent> events =
        JdbcTransaction.run(
            database,
            connection ->
                JdbcIncidentPages.events(
                    connection, site.site(), incident, cursor.orElse(0L), most + 1));
    List<StoredEvent> page = events.subList(0, Math.min(most, events.size()));
    Optional<String> next =
        events.size() > most
            ? Optional.of(Long.toString(page.get(most - 1).number()))
            : Optional.empty();
    return new PageShape<>(page.stream().map(this::shape).toList(), next);
  }

  /** Says that somebody sees to it. */
  @Post("/{incident}/acknowledge")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "acknowledgeIncident", summary = "Says that somebody sees to it.")
  IncidentShape acknowledge(String incident, Authentication who) throws SQLException {
    return act(JdbcIncidentActions.Action.ACKNOWLEDGE, incident, who, Optional.empty());
  }

  /** Writes something into the record. */
  @Post("/{incident}/comment")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "commentIncident", summary = "Writes something into the record.")
  IncidentShape comment(String incident, @Body @Valid Written body, Authentication who)
      throws SQLException {
    return act(JdbcIncidentActions.Action.COMMENT, incident, who, Optional.of(body.text()));
  }

  /** Says that the cause is gone, and how; from now on alerts open a new incident. */
  @Post("/{incident}/resolve")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "resolveIncident", summary = "Says that the cause is gone, and how.")
  IncidentShape resolve(String incident, @Body @Valid Solved body, Authentication who)
      throws SQLException {
    boolean onTheSpot = body.onTheSpot().orElse(false);
    return act(
        new JdbcIncidentActions.Act(
            JdbcIncidentActions.Action.RESOLVE,
            incident,
            who.getName(),
            clock.instant(),
            Optional.of(body.why().strip()),
            onTheSpot ? Optional.of("on-the-spot") : Optional.empty()));
  }

  /** Puts a resolved incident away. */
  @Post("/{incident}/close")
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "closeIncident", summary = "Puts a resolved incident away.")
  IncidentShape close(String incident, Authentication who) throws SQLException {
    return act(JdbcIncidentActions.Action.CLOSE, incident, who, Optional.empty());
  }

  /** Takes a resolved or closed incident up again. */
  @Post("/{incident}/reopen")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "reopenIncident", summary = "Takes an incident up again.")
  IncidentShape reopen(String incident, @Body @Valid Why body, Authentication who)
      throws SQLException {
    return act(JdbcIncidentActions.Action.REOPEN, incident, who, Optional.of(body.why()));
  }

  private IncidentShape act(
      JdbcIncidentActions.Action action, String incident, Authentication who, Optional<String> text)
      throws SQLException {
    return act(
        new JdbcIncidentActions.Act(
            action, incident, who.getName(), clock.instant(), text.map(String::strip)));
  }

  private IncidentShape act(JdbcIncidentActions.Act act) throws SQLException {
    JdbcIncidentActions.Done done = actions.act(act);
    return switch (done.outcome()) {
      case NO_SUCH_INCIDENT -> throw unknown(act.incident());
      case NOT_IN_THIS_STATE ->
          throw new ProblemException(ProblemType.CONFLICT, reason(done.incident()));
      case DONE, ALREADY -> shape(done.incident().orElseThrow(() -> unknown(act.incident())));
    };
  }

  private static String reason(Optional<IncidentView> incident) {
    return incident
        .map(view -> "The incident is " + view.state() + ".")
        .orElse("Another incident of the same place is open: go on there.");
  }

  private IncidentShape shape(IncidentView incident) {
    return IncidentShape.of(incident, time);
  }

  private IncidentEventShape shape(StoredEvent stored) {
    IncidentEvent event = stored.event();
    return new IncidentEventShape(
        stored.number(),
        time.text(event.at()),
        event.event(),
        event.who(),
        event.detail(),
        stored.text(),
        stored.previousHash(),
        stored.hash());
  }

  private static ProblemException unknown(String incident) {
    return ProblemException.notFound("There is no incident " + incident + ".");
  }

  /** What somebody writes. */
  @Serdeable
  record Written(@NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String text) {}

  /**
   * How it was solved.
   *
   * @param onTheSpot whether it was a small matter, settled at once
   */
  @Serdeable
  record Solved(
      @NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String why, Optional<Boolean> onTheSpot) {}

  /** A reason. */
  @Serdeable
  record Why(@NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String why) {}
}
