package io.shedwatch.server.session.orders;

import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.session.OrdersImported;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Takes a vendor's past orders. */
@Controller("/api/v1/sessions/import")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "sessions")
class HttpSessionImport {
  /** So many orders are one transaction. */
  private static final int BATCH = 500;

  /** More rejected lines are counted, but not listed. */
  private static final int MOST_LISTED = 1_000;

  private static final String BODY_EXAMPLE =
      """
      shed,socket,startedAt,endedAt,wattHours,unpluggedAt
      s01,3,2026-09-01 18:22:10,2026-09-01 22:05:41,742,2026-09-02 07:31:00
      7号车棚,11,2026-09-01T18:25:00+08:00,2026-09-01T21:10:00+08:00,655,
      """;

  private final JdbcOrders orders;
  private final Site site;
  private final InstantSource clock;
  private final OrdersImported imported;

  HttpSessionImport(DataSource database, Site site, InstantSource clock, OrdersImported imported) {
    this.orders = new JdbcOrders(database, site.site());
    this.site = site;
    this.clock = clock;
    this.imported = imported;
  }

  /**
   * Imports a file, or a part of one that begins with the header again.
   *
   * @param firstLine number in the whole file of the first line after the header; 2 where left out
   */
  @Post("{?firstLine}")
  @Secured(HttpAccess.ADMIN)
  @Consumes(MediaType.ALL)
  @Operation(
      operationId = "importSessions",
      summary = "Imports a vendor's past orders; the same file twice changes nothing.")
  @RequestBody(
      required = true,
      content = @Content(mediaType = "text/csv", examples = @ExampleObject(value = BODY_EXAMPLE)))
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = Imported.class),
              examples =
                  @ExampleObject(
                      value =
                          "{\"imported\":1,\"duplicate\":0,\"rejectedCount\":1,"
                              + "\"rejected\":[{\"line\":3,\"reason\":\"socket is 1 to 10\"}]}")))
  Imported take(@Body InputStream body, @QueryValue Optional<Integer> firstLine)
      throws IOException, SQLException {
    Map<String, Instant> measuredSince = orders.measuredSince();
    CsvLines lines = new CsvLines(body);
    OrderReader reader =
        lines
            .next()
            .flatMap(header -> OrderReader.of(header, site, measuredSince, clock.instant()))
            .orElseThrow(
                () ->
                    ProblemException.invalid(
                        "The first line names the columns: shed,socket,startedAt,endedAt,wattHours"
                            + " and, where known, unpluggedAt."));
    return new Run(reader, firstLine.orElse(2)).all(lines);
  }

  /** One file on its way in. */
  private final class Run {
    private final OrderReader reader;
    private final Map<String, Order> batch = new LinkedHashMap<>();
    private final List<Rejected> rejected = new ArrayList<>();
    private int line;
    private int rejectedCount;
    private int importedCount;
    private int duplicates;

    Run(OrderReader reader, int firstLine) {
      this.reader = reader;
      this.line = firstLine;
    }

    Imported all(CsvLines lines) throws IOException, SQLException {
      try {
        for (Optional<List<String>> fields = lines.next();
            fields.isPresent();
            fields = lines.next()) {
          take(fields.get());
          line++;
        }
        flush();
      } finally {
        if (importedCount > 0) {
          imported.heard(); // Also after a fault in the middle: what is in is in.
        }
      }
      return new Imported(importedCount, duplicates, rejectedCount, rejected);
    }

    private void take(List<String> fields) throws SQLException {
      if (fields.size() == 1 && fields.get(0).isEmpty()) {
        return; // A blank line.
      }
      OrderReader.Read read = reader.read(fields);
      if (read.order().isEmpty()) {
        rejectedCount++;
        if (rejected.size() < MOST_LISTED) {
          rejected.add(new Rejected(line, read.reason()));
        }
        return;
      }
      Order order = read.order().get();
      if (batch.putIfAbsent(order.session(site.site().value()), order) != null) {
        duplicates++;
      }
      if (batch.size() == BATCH) {
        flush();
      }
    }

    private void flush() throws SQLException {
      if (!batch.isEmpty()) {
        int written = orders.write(batch.values());
        importedCount += written;
        duplicates += batch.size() - written;
        batch.clear();
      }
    }
  }

  /**
   * What became of a file.
   *
   * @param duplicate orders that are there already
   * @param rejectedCount lines that are no orders
   * @param rejected the first 1,000 of them
   */
  @Serdeable
  @Schema(name = "SessionsImported")
  record Imported(int imported, int duplicate, int rejectedCount, List<Rejected> rejected) {}

  /** A line that is no order; the first line of a file has number 1. */
  @Serdeable
  @Schema(name = "SessionsRejected")
  record Rejected(int line, String reason) {}
}
