package io.shedwatch.server.patrol;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
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
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.incident.JdbcIncidentEntries;
import io.shedwatch.server.incident.ManualEntry;
import io.shedwatch.server.patrol.PatrolShape.BasisShape;
import io.shedwatch.server.patrol.PatrolShape.CandidateShape;
import io.shedwatch.server.patrol.PatrolShape.PatrolsShape;
import io.shedwatch.server.patrol.PatrolShape.ReasonShape;
import io.shedwatch.server.patrol.PatrolShape.WiresShape;
import io.shedwatch.server.pressure.map.JdbcBuildingWeek;
import io.shedwatch.server.pressure.map.JdbcEvening;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;

/** Tonight's ranking, planned walks and what they found; for staff. */
@Controller("/api/v1/patrols")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "patrols")
class HttpPatrols {
  private static final String EXAMPLE =
      """
      {"at":"2026-11-24T17:40:00.000+08:00","estimate":true,
       "basis":{"fittedAt":"2026-11-24T03:30:00.412+08:00","from":"2026-09-29T00:00:00.000+08:00",
                "to":"2026-11-24T00:00:00.000+08:00","sessions":13214,"orders":0},
       "candidates":[{"rank":1,"building":"b21","from":"2026-11-24T22:00:00.000+08:00",
                      "to":"2026-11-24T23:00:00.000+08:00","wires":{"estimate":0.52,"low":0.1,"high":1.2},
                      "reason":{"zh":"17:00–22:00 约 2.6 人扑空（估计）","en":"about 2.6 turned away 17:00–22:00 (estimate)"}}],
       "items":[
      """
          + PatrolShape.EXAMPLE
          + "]}";

  private final JdbcPatrols patrols;
  private final JdbcBuildingWeek pressure;
  private final JdbcEvening evening;
  private final JdbcIncidentEntries incidents;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpPatrols(
      JdbcPatrols patrols,
      JdbcBuildingWeek pressure,
      JdbcEvening evening,
      JdbcIncidentEntries incidents,
      Site site,
      InstantSource clock) {
    this.patrols = patrols;
    this.pressure = pressure;
    this.evening = evening;
    this.incidents = incidents;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Where to walk tonight, and the newest patrols. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "patrols",
      summary = "Where to walk tonight (an estimate, with the reason), and the newest patrols.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PatrolsShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  PatrolsShape patrols() throws SQLException {
    Instant now = clock.instant();
    Optional<JdbcBuildingWeek.Week> week = pressure.read();
    List<CandidateShape> candidates = new ArrayList<>();
    if (week.isPresent()) {
      ZonedDateTime today = now.atZone(site.timezone());
      for (Tonight.Candidate one : tonight(week.get(), now).candidates(today)) {
        candidates.add(shape(candidates.size() + 1, one, today));
      }
    }
    return new PatrolsShape(
        time.text(now),
        true,
        week.map(this::basis),
        candidates,
        patrols.newest().stream().map(one -> PatrolShape.of(one, time)).toList());
  }

  /** Plans a walk for this evening: which buildings fit, in which order. */
  @Post
  @Secured(HttpAccess.STAFF)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "planPatrol", summary = "Plans a walk for this evening.")
  @ApiResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PatrolShape.class),
              examples = @ExampleObject(value = PatrolShape.EXAMPLE)))
  PatrolShape plan(@Body @Valid PlanAsked body, Authentication who) throws SQLException {
    Instant now = clock.instant();
    JdbcBuildingWeek.Week week =
        pressure
            .read()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.CONFLICT, "There is no estimate of pressure yet."));
    ZonedDateTime today = now.atZone(site.timezone());
    Tonight tonight = tonight(week, now);
    int hour = body.hour().orElseGet(() -> tonight.bestHour(today.getDayOfWeek(), body.minutes()));
    List<Tonight.Candidate> all = tonight.at(today.getDayOfWeek(), hour);
    Route route = Route.plan(all.stream().map(Tonight.Candidate::beat).toList(), body.minutes());
    Patrol patrol =
        new Patrol(
            UUID.randomUUID().toString(),
            at(today, hour).toInstant(),
            route.minutes(),
            now,
            who.getName(),
            route.stops().stream().map(beat -> stop(beat, all)).toList());
    patrols.keep(patrol);
    return PatrolShape.of(patrol, time);
  }

  private static Patrol.Stop stop(Beat beat, List<Tonight.Candidate> all) {
    Tonight.Candidate from =
        all.stream().filter(one -> one.beat().equals(beat)).findFirst().orElseThrow();
    return new Patrol.Stop(
        beat.building(),
        beat.wires().estimate(),
        from.turnedAway() * Standing.WIRING,
        Tonight.reason(from),
        Optional.empty(),
        List.of());
  }

  /**
   * Writes down what was found at one building; said again, it is a correction. Wires that still
   * hang open an incident of the building, or join the open one.
   */
  @Post("/{patrol}/findings")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "patrolFinding",
      summary = "Writes down what was found at one building of a patrol.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PatrolShape.class),
              examples = @ExampleObject(value = PatrolShape.EXAMPLE)))
  PatrolShape found(String patrol, @Body @Valid FindingAsked body, Authentication who)
      throws SQLException {
    Patrol.Finding finding =
        new Patrol.Finding(
            body.wires(),
            body.wires() > 0 && body.cleared().orElse(false),
            clock.instant(),
            who.getName());
    if (patrols.find(patrol).isEmpty() || !patrols.found(patrol, body.building(), finding)) {
      throw ProblemException.notFound("There is no such building in a patrol " + patrol + ".");
    }
    if (finding.wires() > 0 && !finding.cleared()) {
      incidents.enter(stillThere(patrol, body.building(), finding), finding.at());
    }
    return patrols.find(patrol).map(one -> PatrolShape.of(one, time)).orElseThrow();
  }

  /** A wire that a patrol left hanging is a report as a resident's is; said again, it is one. */
  private ManualEntry stillThere(String patrol, String building, Patrol.Finding finding) {
    return new ManualEntry(
        site.site() + "/patrol/" + patrol + "/" + building,
        "fly-line",
        Severity.MAJOR,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(building),
        finding.at(),
        finding.by(),
        "巡查发现飞线 " + finding.wires() + " 根，还在");
  }

  /**
   * What a walk is to be.
   *
   * @param hour at which it begins; left out: when most is expected
   */
  @Serdeable
  @Schema(name = "PatrolPlanAsked", example = "{\"minutes\":60,\"hour\":21}")
  record PlanAsked(@Min(15) @Max(240) int minutes, Optional<@Min(17) @Max(23) Integer> hour) {}

  /** What somebody saw at a building. */
  @Serdeable
  @Schema(
      name = "PatrolFindingAsked",
      example = "{\"building\":\"b21\",\"wires\":1,\"cleared\":true}")
  record FindingAsked(
      @NotBlank @Size(max = 32) String building,
      @Min(0) @Max(99) int wires,
      Optional<Boolean> cleared) {}

  private Tonight tonight(JdbcBuildingWeek.Week week, Instant now) throws SQLException {
    return new Tonight(site, evening.read(week, now), patrols.rates(now));
  }

  private CandidateShape shape(int rank, Tonight.Candidate one, ZonedDateTime today) {
    ZonedDateTime from = at(today, one.hour());
    return new CandidateShape(
        rank,
        one.beat().building(),
        time.text(from.toInstant()),
        time.text(from.plusHours(1).toInstant()),
        WiresShape.of(one.beat().wires()),
        ReasonShape.of(Tonight.reason(one)));
  }

  private BasisShape basis(JdbcBuildingWeek.Week week) {
    return new BasisShape(
        time.text(week.fittedAt()),
        time.text(week.from()),
        time.text(week.to()),
        week.sessions(),
        week.orders());
  }

  private ZonedDateTime at(ZonedDateTime day, int hour) {
    return day.toLocalDate().atTime(hour, 0).atZone(site.timezone());
  }
}
