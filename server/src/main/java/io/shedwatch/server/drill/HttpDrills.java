package io.shedwatch.server.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.ListShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Drills: started by an officer, told on all routes as such, and measured. */
@Controller("/api/v1/drills")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "drills")
class HttpDrills {
  private static final String NO_SHED = "There is no shed of that id.";

  private final JdbcDrills drills;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpDrills(JdbcDrills drills, Site site, InstantSource clock) {
    this.drills = drills;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** All drills, the newest first, with how fast people were. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "drills", summary = "Drills and how fast people were.")
  ListShape<DrillShape> drills() throws SQLException {
    return new ListShape<>(drills.all().stream().map(this::shape).toList());
  }

  /** Starts a drill. It raises a marked alert and never opens a relay. */
  @Post
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "startDrill", summary = "Starts a drill.")
  DrillShape start(@Body @Valid DrillAsked body, Authentication who) throws SQLException {
    ShedId shed =
        site.shed(body.shed()).orElseThrow(() -> ProblemException.invalid(NO_SHED)).shed();
    AlarmKind kind = AlarmKind.ofWord(body.kind());
    if (!kind.word().equals(body.kind())) {
      throw ProblemException.invalid("kind is the word of an alarm kind, such as smoke.");
    }
    JdbcDrills.Plan plan = new JdbcDrills.Plan(shed, kind, body.announced());
    return drills
        .start(plan, who.getName(), clock.instant())
        .map(this::shape)
        .orElseThrow(
            () ->
                new ProblemException(
                    ProblemType.CONFLICT, "A drill of that shed and kind is not over yet."));
  }

  /** Ends a drill: its alert clears. Its incident is resolved by people, as a real one is. */
  @Post("/{drill}/end")
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "endDrill", summary = "Ends a drill.")
  DrillShape end(String drill) throws SQLException {
    return drills
        .end(drill, clock.instant())
        .map(this::shape)
        .orElseThrow(() -> ProblemException.notFound("There is no drill " + drill + "."));
  }

  private DrillShape shape(JdbcDrills.Drill drill) {
    return new DrillShape(
        drill.drill(),
        drill.shed(),
        drill.kind(),
        drill.announced(),
        drill.alert(),
        drill.incident(),
        time.text(drill.startedAt()),
        drill.startedBy(),
        drill.endedAt().map(time::text),
        drill.notice().map(Duration::toSeconds),
        drill.acknowledge().map(Duration::toSeconds),
        drill.close().map(Duration::toSeconds));
  }

  /**
   * What is practised.
   *
   * @param kind the word of an alarm kind
   * @param announced whether people know beforehand
   */
  @Serdeable
  record DrillAsked(
      @NotBlank @Size(max = 32) String shed,
      @NotBlank @Size(max = 40) String kind,
      boolean announced) {}

  /**
   * @param noticeSeconds from the start to the first message delivered; null while there is none
   * @param acknowledgeSeconds to the acknowledgement of the alert
   * @param closeSeconds until the incident was resolved
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Drill")
  record DrillShape(
      String drill,
      String shed,
      String kind,
      boolean announced,
      String alert,
      String incident,
      String startedAt,
      String startedBy,
      Optional<String> endedAt,
      Optional<Long> noticeSeconds,
      Optional<Long> acknowledgeSeconds,
      Optional<Long> closeSeconds) {}
}
