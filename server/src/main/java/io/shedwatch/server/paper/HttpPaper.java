package io.shedwatch.server.paper;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.server.types.files.StreamedFile;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.export.FileExport;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.HttpSettings;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.pressure.map.JdbcShedWeek;
import io.shedwatch.server.site.ContactSettings;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** What staff print and hang up; PDFs in Chinese. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "paper")
class HttpPaper {
  private final Site site;
  private final JdbcShedWeek weeks;
  private final Optional<PublicAddress> address;
  private final Optional<String> hotline;
  private final InstantSource clock;

  HttpPaper(
      Site site,
      JdbcShedWeek weeks,
      HttpSettings http,
      ContactSettings contact,
      InstantSource clock) {
    this.site = site;
    this.weeks = weeks;
    this.address = http.publicUrl().map(PublicAddress::of);
    this.hotline = contact.hotline();
    this.clock = clock;
  }

  /** The sheet of one shed: name, QR code, three steps, hotline. */
  @Get("/sheds/{shed}/sheet")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "shedSheet", summary = "A shed's sheet with its QR code, as PDF.")
  @ApiResponse(responseCode = "200", description = "The sheet, one page A4.")
  @ApiResponse(responseCode = "404", description = "No such shed.")
  @ApiResponse(responseCode = "409", description = "SHEDWATCH_PUBLIC_URL is not set.")
  HttpResponse<StreamedFile> sheet(String shed) throws SQLException, IOException {
    Site.Shed found = found(shed);
    return sheets(List.of(found), found.shed().value());
  }

  private Site.Shed found(String shed) {
    return site.shed(shed)
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  /** A label for each socket of a shed, whose code opens the charge there. */
  @Get("/sheds/{shed}/labels")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "socketLabels", summary = "Labels for a shed's sockets, as PDF.")
  @ApiResponse(responseCode = "200", description = "Twelve labels a page A4.")
  @ApiResponse(responseCode = "404", description = "No such shed.")
  @ApiResponse(responseCode = "409", description = "SHEDWATCH_PUBLIC_URL is not set.")
  HttpResponse<StreamedFile> labels(String shed) throws SQLException, IOException {
    Site.Shed found = found(shed);
    PdfSocketLabels labels = new PdfSocketLabels(print(), known());
    return pdf(found.shed().value() + "-labels", out -> labels.write(found, out));
  }

  /** The sheets of all sheds, one page each. */
  @Get("/sheets")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "shedSheets", summary = "The sheets of all sheds, as one PDF.")
  @ApiResponse(responseCode = "200", description = "One page A4 a shed.")
  @ApiResponse(responseCode = "409", description = "SHEDWATCH_PUBLIC_URL is not set.")
  HttpResponse<StreamedFile> sheets() throws SQLException, IOException {
    return sheets(site.sheds(), "sheets");
  }

  /** The last seven whole days: fullest and emptiest sheds, hours with free sockets. */
  @Get("/lobby-notice")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "lobbyNotice",
      summary = "The week's notice for the lift lobby, as PDF.",
      description = "Says so where there are too few data.")
  HttpResponse<StreamedFile> lobbyNotice() throws SQLException, IOException {
    Instant now = clock.instant();
    JdbcShedWeek.Week week = weeks.read(now);
    PdfLobbyNotice notice = new PdfLobbyNotice(new Print(site, hotline, now), address);
    return pdf("lobby-" + week.last(), out -> notice.write(week, out));
  }

  private HttpResponse<StreamedFile> sheets(List<Site.Shed> sheds, String name)
      throws SQLException, IOException {
    PdfShedSheet sheet = new PdfShedSheet(print(), known());
    return pdf(name, out -> sheet.write(sheds, out));
  }

  private Print print() {
    return new Print(site, hotline, clock.instant());
  }

  private PublicAddress known() {
    return address.orElseThrow(
        () ->
            new ProblemException(
                ProblemType.CONFLICT,
                "The QR code needs the address that people type: set SHEDWATCH_PUBLIC_URL."
                    + " 二维码需要本站网址，请设置 SHEDWATCH_PUBLIC_URL。"));
  }

  private HttpResponse<StreamedFile> pdf(String name, FileExport.Content content)
      throws SQLException, IOException {
    StreamedFile file = new StreamedFile(FileExport.of(content), MediaType.APPLICATION_PDF_TYPE);
    return HttpResponse.ok(file.attach(site.site() + "-" + name + ".pdf"));
  }
}
