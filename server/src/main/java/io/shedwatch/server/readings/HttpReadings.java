package io.shedwatch.server.readings;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
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
import io.shedwatch.server.http.ProblemType;
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
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Series for charts, of one socket or of a whole shed. */
@Controller("/api/v1/sheds/{shed}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "readings")
class HttpReadings {
  private static final Logger LOG = LoggerFactory.getLogger(HttpReadings.class);
  private static final Duration USUAL_SPAN = Duration.ofDays(1);
  private static final Duration LONGEST_SPAN = Duration.ofDays(3_660);
  private static final String EXAMPLE =
      "{\"every\":\"PT1M\",\"points\":[{\"at\":\"2026-01-01T08:00:00.000+08:00\",\"wattsMean\":176.2,"
          + "\"wattsMin\":171.0,\"wattsMax\":180.5,\"amperesMean\":0.82,\"amperesMax\":0.86,"
          + "\"voltsMean\":221.4,\"celsiusMax\":31.5,\"wattHours\":2.937}]}";

  private final ReadingHistory history;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpReadings(ReadingHistory history, Site site, InstantSource clock) {
    this.history = history;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** The series of one socket; without times the last day. */
  @Get("/sockets/{socket}/readings{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "socketReadings", summary = "The series of one socket.")
  @ApiResponse(
      responseCode = "200",
      description = "At most 1,000 points; as CSV with format=csv.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SeriesShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  HttpResponse<?> ofSocket(String shed, int socket, @Valid @RequestBean SeriesAsked asked) {
    Site.Shed place = place(shed);
    if (socket < 1 || socket > place.sockets()) {
      throw ProblemException.notFound("Shed " + shed + " has no socket " + socket + ".");
    }
    return answer(Scope.socket(place.shed(), socket), asked);
  }

  /** The sum over all sockets of one shed; without times the last day. */
  @Get("/readings{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "shedReadings", summary = "The sum over all sockets of one shed.")
  @ApiResponse(
      responseCode = "200",
      description = "At most 1,000 points; as CSV with format=csv.",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = SeriesShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  HttpResponse<?> ofShed(String shed, @Valid @RequestBean SeriesAsked asked) {
    return answer(Scope.wholeShed(place(shed).shed()), asked);
  }

  private HttpResponse<?> answer(Scope scope, SeriesAsked asked) {
    boolean csv = asked.csv();
    Window window = asked.window(clock.instant()).fitting();
    SeriesShape series = SeriesShape.of(window.everyMillis(), read(scope, window), time);
    if (!csv) {
      return HttpResponse.ok(series);
    }
    String name = scope.isWholeShed() ? scope.shed().value() : scope.shed() + "-" + scope.socket();
    return HttpResponse.ok(series.csv())
        .contentType(new MediaType("text/csv; charset=utf-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"readings-" + name + ".csv\"");
  }

  private List<Point> read(Scope scope, Window window) {
    try {
      return scope.isWholeShed()
          ? history.readShed(scope.shed(), window)
          : history.read(scope.shed(), scope.socket(), window);
    } catch (IOException away) {
      LOG.warn("readings not read shed={} reason={}", scope.shed(), away.toString());
      throw new ProblemException(ProblemType.UNAVAILABLE, "The store of readings is away.");
    }
  }

  private Site.Shed place(String shed) {
    return site.sheds().stream()
        .filter(place -> place.shed().value().equals(shed))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  /**
   * Which part of a series; all may be left out.
   *
   * @param from included; a day before {@code to} otherwise
   * @param to excluded; now otherwise
   * @param every width of a bucket, ISO 8601 duration; widened until 1,000 points suffice
   * @param format json or csv
   */
  @Introspected
  record SeriesAsked(
      @QueryValue Optional<String> from,
      @QueryValue Optional<String> to,
      @QueryValue Optional<String> every,
      @QueryValue Optional<String> format) {

    Window window(Instant now) {
      Instant end = Asked.time("to", to).orElse(now);
      Instant start = Asked.time("from", from).orElse(end.minus(USUAL_SPAN));
      if (!start.isBefore(end)) {
        throw ProblemException.invalid("from is before to.");
      }
      if (Duration.between(start, end).compareTo(LONGEST_SPAN) > 0) {
        throw ProblemException.invalid("from and to are at most ten years apart.");
      }
      long width = every.map(SeriesAsked::millis).orElse(1L);
      return new Window(start.toEpochMilli(), end.toEpochMilli(), width);
    }

    private static long millis(String text) {
      try {
        Duration width = Duration.parse(text);
        if (width.compareTo(Duration.ofSeconds(1)) >= 0 && width.compareTo(LONGEST_SPAN) <= 0) {
          return width.toMillis();
        }
      } catch (DateTimeException notDuration) {
        // Answered below, as a duration out of bounds is.
      }
      throw ProblemException.invalid(
          "every is an ISO 8601 duration of a second or more, as in PT1M.");
    }

    boolean csv() {
      String word = format.orElse("json");
      if (!word.equals("json") && !word.equals("csv")) {
        throw ProblemException.invalid("format is json or csv.");
      }
      return word.equals("csv");
    }
  }
}
