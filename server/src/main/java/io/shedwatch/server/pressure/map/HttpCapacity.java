package io.shedwatch.server.pressure.map;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.map.PressureShape.DataShape;
import io.shedwatch.server.pressure.map.PressureShape.EstimateShape;
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
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where more sockets are worth most; for staff. Each answer is worked out anew, in seconds. */
@Controller("/api/v1/capacity")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "pressure")
class HttpCapacity {
  private static final int USUAL_SOCKETS = 5;
  private static final int USUAL_MINUTES = 30;
  private static final Estimate NOTHING = new Estimate(0, 0, 0);

  private static final String EXAMPLE =
      """
      {"estimate":true,"fittedAt":"2026-11-24T03:30:00.412+08:00",
       "data":{"from":"2026-09-29T00:00:00.000+08:00","to":"2026-11-24T00:00:00.000+08:00",
               "sessions":13214,"orders":0,"guessedEnds":0,"darkHours":61.5},
       "turnedAwayADay":{"estimate":14.5,"low":12.1,"high":17.0},
       "plan":[{"shed":"s04","sockets":11,"added":3,"most":20},{"shed":"s11","sockets":10,"added":2,"most":20}],
       "fewerADay":{"estimate":4.1,"low":3.2,"high":5.0},
       "movedWithinMinutes":30,"fewerADayIfMoved":{"estimate":6.3,"low":5.1,"high":7.7},
       "says":[{"zh":"加 5 个插座：4号车棚 3 个、11号车棚 2 个，每天约少扑空 4.1（3.2 至 5.0）人。",
                "en":"5 more sockets: put 3 at Shed 4, 2 at Shed 11: about 4.1 fewer turned away a day (3.2 to 5.0)."},
               {"zh":"充满后 30 分钟内挪车：每天约少扑空 6.3（5.1 至 7.7）人。",
                "en":"Getting bikes moved within 30 min of full: about 6.3 fewer turned away a day (5.1 to 7.7)."}]}""";

  private final JdbcPressure kept;
  private final JdbcWatched watched;
  private final CapacityPlanning planning;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpCapacity(
      JdbcPressure kept, JdbcWatched watched, Walks walks, Site site, InstantSource clock) {
    this.kept = kept;
    this.watched = watched;
    this.planning = new CapacityPlanning(site, walks);
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Where to put more sockets, and what moving full bikes would be worth. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "capacity",
      summary =
          "Where more sockets are worth most, and what moving full bikes is worth: estimates.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = CapacityShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  CapacityShape capacity(@Valid @RequestBean CapacityAsked asked) throws SQLException {
    int minutes = asked.minutes().orElse(USUAL_MINUTES);
    Optional<Fit> fit = kept.newest();
    Optional<Watched> seen = fit.isEmpty() ? Optional.empty() : watched.read(clock.instant());
    if (fit.isEmpty() || seen.isEmpty()) {
      EstimateShape none = EstimateShape.of(NOTHING);
      return new CapacityShape(
          true,
          Optional.empty(),
          Optional.empty(),
          none,
          List.of(),
          none,
          minutes,
          none,
          List.of());
    }
    CapacityPlanning.Plan plan =
        planning.plan(
            fit.get(),
            kept.groups(
                fit.get().from().atZone(site.timezone()).toLocalDate(),
                fit.get().to().minusMillis(1).atZone(site.timezone()).toLocalDate()),
            seen.get(),
            asked.sockets().orElse(USUAL_SOCKETS),
            minutes);
    return new CapacityShape(
        true,
        Optional.of(time.text(fit.get().fittedAt())),
        Optional.of(DataShape.of(fit.get(), time)),
        EstimateShape.of(plan.now()),
        added(plan),
        EstimateShape.of(plan.fewer()),
        minutes,
        EstimateShape.of(plan.fewerIfMoved()),
        says(plan, minutes));
  }

  private List<CapacityShape.SentenceShape> says(CapacityPlanning.Plan plan, int minutes) {
    List<CapacityWords.Added> added = new ArrayList<>();
    for (int i = 0; i < site.sheds().size(); i++) {
      Site.Shed shed = site.sheds().get(i);
      int more = plan.sockets().get(i) - shed.sockets();
      if (more > 0) {
        added.add(new CapacityWords.Added(shed, more));
      }
    }
    return List.of(
        CapacityShape.SentenceShape.of(CapacityWords.sockets(added, plan.fewer())),
        CapacityShape.SentenceShape.of(CapacityWords.moved(minutes, plan.fewerIfMoved())));
  }

  private List<CapacityShape.AddedShape> added(CapacityPlanning.Plan plan) {
    List<CapacityShape.AddedShape> added = new ArrayList<>();
    for (int i = 0; i < site.sheds().size(); i++) {
      Site.Shed shed = site.sheds().get(i);
      int more = plan.sockets().get(i) - shed.sockets();
      if (more > 0) {
        added.add(
            new CapacityShape.AddedShape(
                shed.shed().value(), shed.sockets(), more, plan.most().get(i)));
      }
    }
    return added;
  }

  /**
   * What is asked.
   *
   * @param sockets to add; left out: 5
   * @param minutes after full by which bikes would be moved; left out: 30
   */
  @Introspected
  record CapacityAsked(
      @QueryValue Optional<@Min(0) @Max(50) Integer> sockets,
      @QueryValue Optional<@Min(0) @Max(720) Integer> minutes) {}
}
