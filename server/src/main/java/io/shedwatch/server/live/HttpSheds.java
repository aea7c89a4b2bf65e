package io.shedwatch.server.live;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The board for whoever asks: residents see usage and counts, staff also quantities. */
@Controller("/api/v1/sheds")
@Tag(name = "live")
class HttpSheds {
  private final Live live;
  private final InstantSource clock;

  HttpSheds(Live live, InstantSource clock) {
    this.live = live;
    this.clock = clock;
  }

  /**
   * All sheds in the order of the site file, without their sockets. Carries an ETag: ask with
   * If-None-Match and get 304 while nothing changed. Residents share one answer for a quarter of a
   * second.
   */
  @Get
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "sheds", summary = "All sheds with their counts.")
  @ApiResponse(
      responseCode = "200",
      description = "The sheds, and the server's time.",
      content = @Content(schema = @Schema(implementation = BoardShape.class)))
  @ApiResponse(responseCode = "304", description = "Nothing changed since that ETag.")
  HttpResponse<byte[]> sheds(
      @Nullable Authentication login,
      @Header(HttpHeaders.IF_NONE_MATCH) Optional<String> known,
      @Header(HttpHeaders.ACCEPT_ENCODING) Optional<String> encodings) {
    SharedBoard.Copy copy = live.copy(HttpAudience.of(login), clock.millis());
    MutableHttpResponse<byte[]> response;
    if (known.filter(tags -> names(tags, copy.tag())).isPresent()) {
      response = HttpResponse.notModified();
    } else if (encodings.filter(taken -> taken.contains("gzip")).isPresent()) {
      response = HttpResponse.ok(copy.zipped()).header(HttpHeaders.CONTENT_ENCODING, "gzip");
    } else {
      response = HttpResponse.ok(copy.plain());
    }
    return response
        .contentType(MediaType.APPLICATION_JSON_TYPE)
        .header(HttpHeaders.ETAG, copy.tag())
        .header(HttpHeaders.CACHE_CONTROL, "private, no-cache")
        .header(HttpHeaders.VARY, HttpHeaders.COOKIE + ", " + HttpHeaders.ACCEPT_ENCODING);
  }

  private static boolean names(String tags, String tag) {
    return tags.equals("*") || Arrays.asList(tags.split("\\s*,\\s*", -1)).contains(tag);
  }

  /** One shed with its sockets, and the server's time. */
  @Get("/{shed}")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "shed", summary = "One shed with its sockets.")
  @ApiResponse(responseCode = "200", description = "The shed.")
  @ApiResponse(responseCode = "404", description = "No such shed.")
  ShedShape shed(String shed, @Nullable Authentication login) {
    return live.board().shape(index(shed), view(login));
  }

  /** One socket of one shed. */
  @Get("/{shed}/sockets/{socket}")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "socket", summary = "One socket.")
  @ApiResponse(responseCode = "200", description = "The socket.")
  @ApiResponse(responseCode = "404", description = "No such shed or socket.")
  SocketShape socket(String shed, int socket, @Nullable Authentication login) {
    List<SocketShape> sockets =
        live.board().shape(index(shed), view(login)).sockets().orElse(List.of());
    return sockets.stream()
        .filter(one -> one.socket() == socket)
        .findFirst()
        .orElseThrow(
            () -> ProblemException.notFound("Shed " + shed + " has no socket " + socket + "."));
  }

  private int index(String shed) {
    return live.board()
        .indexOf(shed)
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  private Shapes.View view(@Nullable Authentication login) {
    return new Shapes.View(HttpAudience.of(login), clock.millis());
  }
}
