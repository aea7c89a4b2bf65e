package io.shedwatch.server.patrol;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.photo.PhotoRecoder;
import io.shedwatch.server.photo.PhotoRefused;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.InstantSource;

/** Photos of what a patrol found, for staff; drawn anew when they come. */
@Controller("/api/v1/patrols/{patrol}/photos")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "patrols")
class HttpPatrolPhotos {
  private final JdbcPatrols patrols;
  private final JdbcPatrolPhotos photos;
  private final SiteTime time;
  private final InstantSource clock;

  HttpPatrolPhotos(JdbcPatrols patrols, Site site, InstantSource clock) {
    this.patrols = patrols;
    this.photos = patrols.photos();
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Adds a photo to a building of a patrol: JPEG, PNG or WebP of at most 5 MB as the body. */
  @Post("{?building}")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "addPatrolPhoto",
      summary = "Adds a photo (JPEG, PNG, WebP, 5 MB); it is drawn anew, without metadata.")
  @ApiResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = PatrolShape.class),
              examples = @ExampleObject(value = PatrolShape.EXAMPLE)))
  PatrolShape add(
      String patrol,
      @QueryValue @Size(min = 1, max = 32) String building,
      @Body byte[] upload,
      Authentication who)
      throws SQLException {
    if (patrols.find(patrol).isEmpty()) { // Before the photo is drawn anew, which costs the most.
      throw noSuchStop(patrol);
    }
    PhotoRecoder.Answer answer = PhotoRecoder.recode(upload);
    Photo photo =
        answer.photo().orElseThrow(() -> refused(answer.refused().orElse(PhotoRefused.UNREADABLE)));
    return switch (photos.add(patrol, building, photo, who.getName(), clock.instant())) {
      case NO_SUCH_STOP -> throw noSuchStop(patrol);
      case TOO_MANY ->
          throw new ProblemException(
              ProblemType.CONFLICT,
              "A building of a patrol has at most " + JdbcPatrolPhotos.MOST_PHOTOS + " photos.");
      case DONE, ALREADY -> PatrolShape.of(patrols.find(patrol).orElseThrow(), time);
    };
  }

  private static ProblemException noSuchStop(String patrol) {
    return ProblemException.notFound("There is no such building in a patrol " + patrol + ".");
  }

  private static ProblemException refused(PhotoRefused why) {
    boolean large = why == PhotoRefused.TOO_LARGE || why == PhotoRefused.TOO_MANY_PIXELS;
    return new ProblemException(
        large ? ProblemType.TOO_LARGE : ProblemType.UNSUPPORTED_MEDIA_TYPE, why.says());
  }

  /** A photo, JPEG. */
  @Get("/{photo}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "patrolPhoto", summary = "A photo that a patrol took.")
  @ApiResponse(responseCode = "200", content = @Content(mediaType = Photo.MEDIA_TYPE))
  HttpResponse<byte[]> photo(String patrol, String photo) throws SQLException {
    byte[] jpeg = photos.body(patrol, photo).orElseThrow(HttpPatrolPhotos::noSuchPhoto);
    return HttpResponse.ok(jpeg)
        .header(HttpHeaders.CONTENT_TYPE, Photo.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "private, no-store");
  }

  /** Erases a photo for good: of the wrong thing, or of a person. */
  @Delete("/{photo}")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "erasePatrolPhoto", summary = "Erases a photo that a patrol took.")
  void erase(String patrol, String photo) throws SQLException {
    if (!photos.erase(patrol, photo)) {
      throw noSuchPhoto();
    }
  }

  private static ProblemException noSuchPhoto() {
    return ProblemException.notFound("There is no such photo.");
  }
}
