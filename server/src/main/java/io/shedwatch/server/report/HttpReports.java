package io.shedwatch.server.report;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.HttpClientAddress;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.http.Turnstile;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidentEntries;
import io.shedwatch.server.incident.ManualEntry;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.photo.PhotoRecoder;
import io.shedwatch.server.photo.PhotoRefused;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Fly-lines that anybody saw, and what became of them. */
@Controller("/api/v1/reports")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "reports")
class HttpReports {
  /** Whose name stands in the incident log: nobody's. */
  private static final String WHO = "resident";

  private static final int MOST_ANSWER = 500;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** A phone reports what its owner sees. */
  private final Turnstile devices = new Turnstile(3, WINDOW);

  /** Many phones share one address: a mobile network, a community's wireless. */
  private final Turnstile addresses = new Turnstile(20, WINDOW);

  /** Codes are long enough not to be guessed; this keeps the log of tries short. */
  private final Turnstile readers = new Turnstile(120, WINDOW);

  private final JdbcReports reports;
  private final JdbcIncidentEntries incidents;
  private final FlyLineAlerts alerts;
  private final Site site;
  private final SiteTime time;
  private final HttpClientAddress address;
  private final InstantSource clock;

  HttpReports(
      JdbcReports reports,
      JdbcIncidentEntries incidents,
      FlyLineAlerts alerts,
      Site site,
      HttpClientAddress address,
      InstantSource clock) {
    this.reports = reports;
    this.incidents = incidents;
    this.alerts = alerts;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.address = address;
    this.clock = clock;
  }

  /**
   * Reports a fly-line without a name: opens an incident of that building, or joins the open one,
   * and raises an alert that ends when every reporter was answered. At most three an hour from one
   * device and twenty from one address.
   */
  @Post
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "report", summary = "Reports a fly-line, without a name.")
  @ApiResponse(responseCode = "201", description = "Taken; keep the code.")
  @ApiResponse(responseCode = "413", description = "The photo is too large.")
  @ApiResponse(responseCode = "415", description = "The photo is none.")
  @ApiResponse(responseCode = "429", description = "Too many reports; wait.")
  ReportShape report(@Body @Valid Sighting body, HttpRequest<?> request) throws SQLException {
    Instant now = clock.instant();
    if (site.buildings().stream().noneMatch(one -> one.building().equals(body.building()))) {
      throw ProblemException.invalid("There is no building " + body.building() + ".");
    }
    // Before the photo is drawn anew, which costs the most.
    limit(addresses, address.of(request), now);
    if (body.device().isPresent()) {
      limit(devices, body.device().get(), now);
    }
    Optional<Photo> photo = body.photo().map(HttpReports::recoded);
    String code = ReportCode.draw();
    String place = body.place().map(String::strip).orElse("");
    String note = body.note().map(String::strip).orElse("");
    IncidentView incident = incidents.enter(entry(code, body.building(), place, note), now);
    Report report =
        new Report(
            code,
            body.building(),
            place,
            note,
            photo.isPresent(),
            incident.incident(),
            now,
            incident.state(),
            Optional.empty(),
            Optional.empty());
    reports.add(report, photo);
    alerts.reported(report);
    return ReportShape.forReporter(report, time);
  }

  private ManualEntry entry(String code, String building, String place, String note) {
    String words = (place + " " + note).strip();
    return new ManualEntry(
        site.site() + "/report/" + code,
        "fly-line",
        Severity.MAJOR,
        Optional.empty(),
        OptionalInt.empty(),
        Optional.of(building),
        clock.instant(),
        WHO,
        words.isEmpty() ? "飞线" : words);
  }

  private static Photo recoded(String base64) {
    byte[] upload;
    try {
      upload = Base64.getDecoder().decode(base64.substring(base64.indexOf(',') + 1));
    } catch (IllegalArgumentException notBase64) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, PhotoRefused.NOT_A_PHOTO.says());
    }
    PhotoRecoder.Answer answer = PhotoRecoder.recode(upload);
    return answer
        .photo()
        .orElseThrow(
            () -> {
              PhotoRefused why = answer.refused().orElse(PhotoRefused.UNREADABLE);
              boolean large = why == PhotoRefused.TOO_LARGE || why == PhotoRefused.TOO_MANY_PIXELS;
              return new ProblemException(
                  large ? ProblemType.TOO_LARGE : ProblemType.UNSUPPORTED_MEDIA_TYPE, why.says());
            });
  }

  private static void limit(Turnstile turnstile, String key, Instant now) {
    turnstile.passOrRefuse(key, now, "Too many reports; in an emergency call 119.");
  }

  /** What became of a report, for whoever has its code. */
  @Get("/{code}")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "reportAnswer", summary = "What became of a report.")
  ReportShape answer(String code, HttpRequest<?> request) throws SQLException {
    limit(readers, address.of(request), clock.instant());
    return ReportShape.forReporter(found(code), time);
  }

  private Report found(String code) throws SQLException {
    String upper = code.toUpperCase(java.util.Locale.ROOT);
    Optional<Report> report =
        upper.matches(ReportCode.PATTERN) ? reports.find(upper) : Optional.empty();
    return report.orElseThrow(() -> ProblemException.notFound("There is no report of that code."));
  }

  /** The newest reports, for staff. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "reports", summary = "The newest 200 reports.")
  ReportList all() throws SQLException {
    return new ReportList(
        reports.all().stream().map(one -> ReportShape.forStaff(one, time)).toList());
  }

  /** The photo of a report, drawn anew when it came. */
  @Get("/{code}/photo")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "reportPhoto", summary = "The photo of a report.")
  HttpResponse<byte[]> photo(String code) throws SQLException {
    byte[] jpeg =
        reports
            .photo(found(code).code())
            .orElseThrow(() -> ProblemException.notFound("That report has no photo."));
    return HttpResponse.ok(jpeg)
        .header(HttpHeaders.CONTENT_TYPE, Photo.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Tells the reporter what was done; the last words count. */
  @Post("/{code}/answer")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "answerReport", summary = "Tells the reporter what was done.")
  ReportShape tell(String code, @Body @Valid Words body) throws SQLException {
    Instant now = clock.instant();
    Report report = found(code);
    reports.answer(report.code(), body.answer().strip(), now);
    alerts.answered(report.building(), now);
    return ReportShape.forStaff(found(code), time);
  }

  /**
   * What somebody saw.
   *
   * @param place stairs, floor, window
   * @param photo JPEG, PNG or WebP in base64, at most 5 MB; a data address is taken too
   * @param device a random word that the page keeps, to count by; nothing else is known of it
   */
  @Serdeable
  record Sighting(
      @NotBlank @Size(max = 32) String building,
      Optional<@Size(max = 100) String> place,
      Optional<@Size(max = 500) String> note,
      Optional<String> photo,
      Optional<@Pattern(regexp = "[A-Za-z0-9-]{8,40}") String> device) {}

  /** What the reporter is told. */
  @Serdeable
  record Words(@NotBlank @Size(max = MOST_ANSWER) String answer) {}

  /** The newest first. */
  @Serdeable
  record ReportList(List<ReportShape> items) {}
}
