package io.shedwatch.server.export;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.Optional;
import javax.sql.DataSource;

/** The monthly report and an incident's dossier. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "reports")
class HttpMonthly {
  private final JdbcMonthly months;
  private final JdbcDossiers dossiers;
  private final Site site;
  private final InstantSource clock;

  HttpMonthly(DataSource database, Site site, MonthPressure pressure, InstantSource clock) {
    this.months = new JdbcMonthly(database, site, pressure);
    this.dossiers = new JdbcDossiers(database, site.site());
    this.site = site;
    this.clock = clock;
  }

  /** A month: incidents, times, energy, how good the alerts were, and who was turned away. */
  @Get("/reports/monthly{?month}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "monthlyReport", summary = "A month in figures; this one by default.")
  MonthlyShape monthly(@QueryValue Optional<String> month) throws SQLException {
    return MonthlyShape.of(read(month), new SiteTime(site.timezone()));
  }

  /** The same on paper. */
  @Get("/reports/monthly/pdf{?month,language}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "monthlyReportPdf", summary = "A month in figures, on paper.")
  HttpResponse<StreamedFile> monthlyPdf(
      @QueryValue Optional<String> month, @QueryValue Optional<String> language)
      throws SQLException, IOException {
    ExportWords words = HttpExports.words(language);
    Monthly read = read(month);
    return pdf(
        site.site() + "-" + read.month(),
        out -> new PdfMonthly(words, site).write(read, clock.instant(), out));
  }

  /** All that is known of one incident, on paper, with the curve around it. */
  @Get("/incidents/{incident}/dossier{?language}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "dossier", summary = "One incident on paper, with its curve.")
  HttpResponse<StreamedFile> dossier(String incident, @QueryValue Optional<String> language)
      throws SQLException, IOException {
    ExportWords words = HttpExports.words(language);
    Dossier dossier =
        dossiers
            .read(incident)
            .orElseThrow(() -> ProblemException.notFound("There is no such incident."));
    String name = incident.replaceAll("[^A-Za-z0-9-]+", "-");
    return pdf(name, out -> new PdfDossier(words, site).write(dossier, clock.instant(), out));
  }

  private static HttpResponse<StreamedFile> pdf(String name, FileExport.Content content)
      throws SQLException, IOException {
    return HttpExports.answer(
        new StreamedFile(FileExport.of(content), MediaType.APPLICATION_PDF_TYPE), name + ".pdf");
  }

  private Monthly read(Optional<String> month) throws SQLException {
    Instant now = clock.instant();
    try {
      YearMonth asked =
          month.map(YearMonth::parse).orElseGet(() -> YearMonth.from(now.atZone(site.timezone())));
      if (asked.atDay(1).atStartOfDay(site.timezone()).toInstant().isAfter(now)) {
        throw ProblemException.invalid("month has not begun.");
      }
      return months.read(asked, now);
    } catch (DateTimeException notAMonth) {
      throw ProblemException.invalid("month is as in 2026-10.");
    }
  }
}
