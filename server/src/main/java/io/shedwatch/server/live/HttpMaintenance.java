package io.shedwatch.server.live;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Planned outages of sheds: who announced it, until when, and why. */
@Controller("/api/v1/sheds/{shed}/maintenance")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "maintenance")
class HttpMaintenance {
  /** A shed that is out for longer belongs out of the site file. */
  private static final Duration LONGEST = Duration.ofDays(30);

  private final JdbcMaintenance planned;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpMaintenance(JdbcMaintenance planned, Site site, InstantSource clock) {
    this.planned = planned;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** The outage that lasts or is announced. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "maintenance", summary = "The planned outage of a shed.")
  ShedShape.MaintenanceShape maintenance(String shed) throws SQLException {
    return planned
        .find(id(shed), clock.millis())
        .map(this::shape)
        .orElseThrow(() -> ProblemException.notFound("No outage is planned for " + shed + "."));
  }

  /** Announces an outage from now on, at most 30 days, or changes it. */
  @Put
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "startMaintenance", summary = "Announces an outage of a shed.")
  ShedShape.MaintenanceShape start(String shed, @Body @Valid Outage outage, Authentication who)
      throws SQLException {
    ShedId id = id(shed);
    Instant now = clock.instant();
    Instant until = Asked.time("until", Optional.of(outage.until())).orElseThrow();
    if (!until.isAfter(now) || until.isAfter(now.plus(LONGEST))) {
      throw ProblemException.invalid("until is in the future, and at most 30 days ahead.");
    }
    Maintenance begun =
        new Maintenance(
            id, who.getName(), now.toEpochMilli(), until.toEpochMilli(), outage.why().strip());
    planned.put(begun);
    return shape(begun);
  }

  /** Ends the outage. */
  @Delete
  @Secured(HttpAccess.STAFF)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(operationId = "endMaintenance", summary = "Ends the outage of a shed.")
  void end(String shed) throws SQLException {
    planned.end(id(shed));
  }

  private ShedId id(String shed) {
    return site.sheds().stream()
        .map(Site.Shed::shed)
        .filter(id -> id.value().equals(shed))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  private ShedShape.MaintenanceShape shape(Maintenance one) {
    return new ShedShape.MaintenanceShape(
        Optional.of(one.startedBy()),
        time.text(one.startedAt()),
        time.text(one.until()),
        one.why());
  }

  /** An outage to be announced; residents read the reason. */
  @Serdeable
  record Outage(@NotBlank @Size(max = 40) String until, @NotBlank @Size(max = 500) String why) {}
}
