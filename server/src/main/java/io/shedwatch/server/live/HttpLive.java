package io.shedwatch.server.live;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/** The stream of what changes. */
@Controller("/api/v1/live")
@Tag(name = "live")
class HttpLive {
  /** Staff are few and hear much; anybody may be thousands, and hears little. */
  private static final String UNZIPPED = "no-store, no-transform";

  private final Live live;

  HttpLive(Live live) {
    this.live = live;
  }

  /**
   * What changes, as server-sent events: {@code snapshot} (all sheds with sockets) or, after a
   * Last-Event-ID that is still known, what was missed; then {@code shed}, and for staff {@code
   * alert}, {@code incident} and {@code command}. A comment comes every 15 s. A stream ends after
   * an hour, and at once when one event of each shed and 256 more wait for a slow client: come back
   * with the last id.
   *
   * @param lastEventId for clients that cannot send the header
   */
  @Get(produces = MediaType.TEXT_EVENT_STREAM)
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "live", summary = "What changes, as server-sent events.")
  @ApiResponse(
      responseCode = "200",
      description = "The stream.",
      content =
          @Content(
              mediaType = MediaType.TEXT_EVENT_STREAM,
              schema = @Schema(type = "string"),
              examples =
                  @ExampleObject(
                      name = "shed",
                      value =
                          "id: 1x3v9k2q-417\nevent: shed\ndata: {\"shed\":\"s01\",\"state\":\"online\",…}\n\n")))
  @ApiResponse(responseCode = "503", description = "Too many streams; try again later.")
  HttpResponse<Publisher<byte[]>> live(
      @Nullable Authentication login,
      @Header("Last-Event-ID") Optional<String> lastEventIdHeader,
      @QueryValue Optional<String> lastEventId) {
    SseClient client = live.hub().client();
    Audience audience = HttpAudience.of(login);
    Optional<String> last = lastEventIdHeader.or(() -> lastEventId);
    if (!live.hub().join(client, audience, last)) {
      throw new ProblemException(
          ProblemType.UNAVAILABLE,
          "Too many screens are watching.",
          Map.of(HttpHeaders.RETRY_AFTER, "10"));
    }
    return HttpResponse.<Publisher<byte[]>>ok(client)
        .header(HttpHeaders.CACHE_CONTROL, audience == Audience.STAFF ? "no-store" : UNZIPPED)
        .header("X-Accel-Buffering", "no"); // Proxies hand each event on at once.
  }
}
