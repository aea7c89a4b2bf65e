package io.shedwatch.server.export;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.incident.HttpIncidentsAsked;
import io.shedwatch.server.incident.IncidentQuery;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.io.IOException;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import javax.sql.DataSource;

/** The incident log as files; the same questions as the list of incidents. */
@Controller("/api/v1/incidents/export")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpExports {
  /** Exports at the same time; each reads page by page, but all of the log. */
  private static final int AT_ONCE = 2;

  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  private final IncidentExports exports;
  private final Site site;
  private final InstantSource clock;
  private final Semaphore room = new Semaphore(AT_ONCE);

  HttpExports(DataSource database, Site site, InstantSource clock) {
    this.exports = new IncidentExports(database, site);
    this.site = site;
    this.clock = clock;
  }

  /** A table in UTF-8 with a byte order mark, so that Excel reads Chinese. */
  @Get("/csv{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "exportCsv", summary = "Incidents as CSV that Excel opens as it should.")
  HttpResponse<StreamedFile> csv(
      @Valid @RequestBean HttpIncidentsAsked asked, @QueryValue Optional<String> language)
      throws SQLException, IOException {
    ExportWords words = words(language);
    IncidentQuery query = asked.query(clock.instant());
    return file("csv", "text/csv", out -> exports.csv(query, words, out));
  }

  /** A workbook with true times. */
  @Get("/xlsx{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "exportXlsx", summary = "Incidents as a workbook.")
  HttpResponse<StreamedFile> xlsx(
      @Valid @RequestBean HttpIncidentsAsked asked, @QueryValue Optional<String> language)
      throws SQLException, IOException {
    ExportWords words = words(language);
    IncidentQuery query = asked.query(clock.instant());
    return file("xlsx", XLSX, out -> exports.xlsx(query, words, out));
  }

  /** A table on paper. */
  @Get("/pdf{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "exportPdf", summary = "Incidents as a table on paper.")
  HttpResponse<StreamedFile> pdf(
      @Valid @RequestBean HttpIncidentsAsked asked, @QueryValue Optional<String> language)
      throws SQLException, IOException {
    ExportWords words = words(language);
    IncidentQuery query = asked.query(clock.instant());
    return file(
        "pdf", MediaType.APPLICATION_PDF, out -> exports.pdf(query, words, clock.instant(), out));
  }

  /** The whole log, one event a line, as verify-log reads it. */
  @Get("/jsonl")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "exportJsonl", summary = "The whole log for verify-log.")
  HttpResponse<StreamedFile> jsonl() throws SQLException, IOException {
    return file("jsonl", "application/x-ndjson", exports::jsonl);
  }

  private HttpResponse<StreamedFile> file(String end, String mediaType, FileExport.Content content)
      throws SQLException, IOException {
    if (!room.tryAcquire()) {
      throw new ProblemException(
          ProblemType.TOO_MANY_REQUESTS,
          "Other exports are being written.",
          Map.of("Retry-After", "10"));
    }
    try {
      String day =
          DateTimeFormatter.BASIC_ISO_DATE.format(
              ZonedDateTime.ofInstant(clock.instant(), site.timezone()).toLocalDate());
      return answer(
          new StreamedFile(FileExport.of(content), MediaType.of(mediaType)),
          site.site() + "-incidents-" + day + "." + end);
    } finally {
      room.release();
    }
  }

  static HttpResponse<StreamedFile> answer(StreamedFile file, String name) {
    return HttpResponse.ok(file.attach(name));
  }

  static ExportWords words(Optional<String> language) {
    return switch (language.orElse("zh-CN")) {
      case "zh-CN" -> new ExportWords(false);
      case "en" -> new ExportWords(true);
      default -> throw ProblemException.invalid("language is zh-CN or en.");
    };
  }
}
