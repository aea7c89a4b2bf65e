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
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.pressure.map.PressureShape.EstimateShape;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.Asked;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** The pressure map for staff: every answer says that it is an estimate, of when, on what data. */
@Controller("/api/v1/pressure")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "pressure")
class HttpPressure {
  /** More days are not read for one answer. */
  private static final int MOST_DAYS = 400;

  private static final String EXAMPLE =
      """
      {"from":"2026-09-29T00:00:00.000+08:00","to":"2026-11-24T00:00:00.000+08:00","estimate":true,
       "fittedAt":"2026-11-24T03:30:00.412+08:00",
       "data":{"from":"2026-09-29T00:00:00.000+08:00","to":"2026-11-24T00:00:00.000+08:00",
               "sessions":13214,"orders":0,"guessedEnds":0,"darkHours":61.5},
       "total":{"estimate":812.4,"low":690.1,"high":951.7},
       "groups":[{"rank":1,"buildings":["b21","b28"],"households":34,"sheds":["s07","s09"],"tooFew":false,
                  "turnedAway":{"estimate":61.2,"low":44.9,"high":80.3}}],
       "buildings":[{"rank":1,"building":"b21","tooFew":false,"turnedAway":{"estimate":32.4,"low":19.1,"high":49.8}}],
       "sheds":[{"shed":"s07","arrivals":811,"fullMinutes":6120,
                 "turnedAway":{"estimate":97.1,"low":72.6,"high":125.0}}]}""";

  private final JdbcPressure kept;
  private final Walks walks;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpPressure(JdbcPressure kept, Walks walks, Site site, InstantSource clock) {
    this.kept = kept;
    this.walks = walks;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Who was turned away, by group, building and shed. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "pressure",
      summary = "Who was turned away: an estimate by group of buildings, building and shed.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PressureShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  PressureShape pressure(@Valid @RequestBean DaysAsked asked) throws SQLException {
    Optional<Fit> fit = kept.newest();
    MapView.Window window = window(asked, fit);
    MapView view = view(window);
    double variance = fit.map(one -> one.trust().total()).orElse(0.0);
    double inside = fit.map(one -> one.trust().inside()).orElse(0.0);
    List<String> sheds = site.sheds().stream().map(shed -> shed.shed().value()).toList();
    return new PressureShape(
        from(window),
        to(window),
        true,
        fit.map(one -> time.text(one.fittedAt())),
        fit.map(one -> PressureShape.DataShape.of(one, time)),
        EstimateShape.of(view.total(variance)),
        fit.isEmpty() ? List.of() : view.groups().stream().map(HttpPressure::shape).toList(),
        fit.isEmpty()
            ? List.of()
            : view.buildings(inside).stream().map(HttpPressure::shape).toList(),
        fit.isEmpty()
            ? List.of()
            : view.sheds(sheds, variance).stream().map(HttpPressure::shape).toList());
  }

  /** The mean week by hour. */
  @Get("/week{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "pressureWeek",
      summary =
          "The mean week by hour, Monday 0 o'clock first (168 numbers): who was turned away, and how"
              + " full sheds were.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PressureWeekShape.class),
              examples = @ExampleObject(value = PressureWeekShape.EXAMPLE)))
  PressureWeekShape week(@Valid @RequestBean DaysAsked asked) throws SQLException {
    Optional<Fit> fit = kept.newest();
    MapView.Window window = window(asked, fit);
    MapView view = view(window);
    boolean none = fit.isEmpty();
    return new PressureWeekShape(
        from(window),
        to(window),
        true,
        fit.map(one -> time.text(one.fittedAt())),
        fit.map(one -> PressureShape.DataShape.of(one, time)),
        none ? List.of() : view.shown().stream().map(group -> week(view, group)).toList(),
        none
            ? List.of()
            : site.sheds().stream().map(shed -> week(view, shed.shed().value())).toList());
  }

  /**
   * Which days; whole days of the place. Left out: those of the newest estimate.
   *
   * @param from a time of the first day
   * @param to excluded
   */
  @Introspected
  record DaysAsked(@QueryValue Optional<String> from, @QueryValue Optional<String> to) {}

  private MapView.Window window(DaysAsked asked, Optional<Fit> fit) {
    Instant now = clock.instant();
    Instant from = Asked.time("from", asked.from()).orElseGet(() -> fit.map(Fit::from).orElse(now));
    Instant to =
        Asked.time("to", asked.to())
            .orElseGet(() -> fit.map(Fit::to).orElseGet(() -> now.plusMillis(1)));
    if (!from.isBefore(to)) {
      throw ProblemException.invalid("from is before to.");
    }
    MapView.Window window =
        new MapView.Window(
            from.atZone(site.timezone()).toLocalDate(),
            to.minusMillis(1).atZone(site.timezone()).toLocalDate());
    if (window.days() > MOST_DAYS) {
      throw ProblemException.invalid("from and to are at most " + MOST_DAYS + " days apart.");
    }
    return window;
  }

  private MapView view(MapView.Window window) throws SQLException {
    return new MapView(
        walks,
        window,
        kept.groups(window.first(), window.last()),
        kept.sheds(window.first(), window.last()));
  }

  private String from(MapView.Window window) {
    return midnight(window.first());
  }

  private String to(MapView.Window window) {
    return midnight(window.last().plusDays(1));
  }

  private String midnight(LocalDate day) {
    return time.text(day.atStartOfDay(site.timezone()).toInstant());
  }

  private static PressureShape.GroupShape shape(MapView.Ranked one) {
    return new PressureShape.GroupShape(
        one.rank(),
        names(one.group()),
        one.group().households(),
        one.group().sheds(),
        one.tooFew(),
        EstimateShape.of(one.turnedAway()));
  }

  private static PressureShape.BuildingShape shape(MapView.RankedBuilding one) {
    return new PressureShape.BuildingShape(
        one.rank(), one.building(), one.tooFew(), EstimateShape.of(one.turnedAway()));
  }

  private static PressureShape.ShedShape shape(MapView.Shed one) {
    return new PressureShape.ShedShape(
        one.shed(),
        one.arrivals(),
        PressureShape.round(one.fullMinutes()),
        EstimateShape.of(one.turnedAway()));
  }

  private static PressureWeekShape.GroupWeekShape week(MapView view, Walks.Group group) {
    List<Estimate> week = view.week(group);
    return new PressureWeekShape.GroupWeekShape(
        names(group),
        group.households(),
        week.stream().map(one -> PressureShape.round(one.estimate())).toList(),
        week.stream().map(one -> PressureShape.round(one.low())).toList(),
        week.stream().map(one -> PressureShape.round(one.high())).toList());
  }

  private static PressureWeekShape.ShedWeekShape week(MapView view, String shed) {
    return new PressureWeekShape.ShedWeekShape(
        shed,
        view.fullShare(shed),
        DoubleStream.of(view.turnedAway(shed)).map(PressureShape::round).boxed().toList());
  }

  private static List<String> names(Walks.Group group) {
    return group.buildings().stream().map(Site.Building::building).toList();
  }
}
