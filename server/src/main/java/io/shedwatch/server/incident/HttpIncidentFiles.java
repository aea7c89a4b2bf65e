package io.shedwatch.server.incident;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.photo.PhotoRecoder;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Photos and evidence packs of an incident. */
@Controller("/api/v1/incidents/{incident}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpIncidentFiles {
  private static final int MOST_CAPTION = 500;

  private final JdbcIncidentFiles files;
  private final SiteTime time;
  private final InstantSource clock;

  HttpIncidentFiles(JdbcIncidentFiles files, Site site, InstantSource clock) {
    this.files = files;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** The photos and the evidence pack, the oldest first. */
  @Get("/files")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "incidentFiles", summary = "Photos and evidence of an incident.")
  FileList list(String incident) throws SQLException {
    return new FileList(files.of(incident).stream().map(this::shape).toList());
  }

  /** The evidence pack: the curve ten minutes around, thresholds, rule versions, notices. */
  @Get("/evidence")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "evidence",
      summary = "The evidence pack of an incident, eleven minutes after it was opened.")
  HttpResponse<byte[]> evidence(String incident) throws SQLException {
    byte[] pack =
        files
            .evidence(incident)
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "There is no evidence: no such incident, or its last minute is not over."));
    return HttpResponse.ok(pack).contentType(MediaType.APPLICATION_JSON_TYPE);
  }

  /** Adds a photo: JPEG, PNG or WebP of at most 5 MB as the body; it is drawn anew. */
  @Post("/files{?text}")
  @Consumes(MediaType.ALL)
  @Status(HttpStatus.CREATED)
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "addPhoto",
      summary = "Adds a photo (JPEG, PNG, WebP, 5 MB); it is drawn anew, without metadata.")
  FileList add(
      String incident,
      @QueryValue Optional<@Size(max = MOST_CAPTION) String> text,
      @Body byte[] upload,
      Authentication who)
      throws SQLException {
    PhotoRecoder.Answer answer = PhotoRecoder.recode(upload);
    Photo photo =
        answer
            .photo()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.INVALID, answer.refused().orElseThrow().says()));
    JdbcIncidentFiles.Added added =
        files.addPhoto(
            incident,
            photo,
            who.getName(),
            clock.instant(),
            text.map(String::strip).filter(words -> !words.isEmpty()));
    return switch (added) {
      case NO_SUCH_INCIDENT -> throw ProblemException.notFound("There is no such incident.");
      case TOO_MANY ->
          throw new ProblemException(
              ProblemType.CONFLICT,
              "An incident has at most " + JdbcIncidentFiles.MOST_PHOTOS + " photos.");
      case DONE, ALREADY -> list(incident);
    };
  }

  /** The bytes, named by their digest as verify-log wants them. */
  @Get("/files/{digest}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "incidentFile", summary = "A photo or an evidence pack.")
  HttpResponse<byte[]> file(String incident, String digest) throws SQLException {
    IncidentFile file =
        files.of(incident).stream()
            .filter(one -> one.digest().equals(digest))
            .findFirst()
            .orElseThrow(() -> ProblemException.notFound("There is no such file."));
    byte[] body =
        files
            .body(incident, digest)
            .orElseThrow(() -> ProblemException.notFound("There is no such file."));
    String end = file.kind().equals(IncidentFile.PHOTO) ? ".jpg" : ".json";
    return HttpResponse.ok(body)
        .contentType(MediaType.of(file.mediaType()))
        .header("Content-Disposition", "inline; filename=\"" + digest + end + "\"");
  }

  /** Erases a photo for good; the log stays whole and says that there was one. */
  @Post("/files/{digest}/erase")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "erasePhoto", summary = "Erases a photo; the log stays whole.")
  void erase(String incident, String digest, @Body @Valid Erase body, Authentication who)
      throws SQLException {
    if (!files.erasePhoto(incident, digest, who.getName(), clock.instant(), body.why().strip())) {
      throw ProblemException.notFound("There is no such photo.");
    }
  }

  private FileShape shape(IncidentFile file) {
    return new FileShape(
        file.digest(),
        file.kind(),
        file.mediaType(),
        file.bytes(),
        file.by(),
        time.text(file.at()));
  }

  /** The files of an incident. */
  @Serdeable
  record FileList(List<FileShape> items) {}

  /**
   * One file.
   *
   * @param kind photo or evidence
   */
  @Serdeable
  record FileShape(String digest, String kind, String mediaType, int bytes, String by, String at) {}

  /** A reason. */
  @Serdeable
  record Erase(@NotBlank @Size(max = JdbcRemarks.MAX_CHARACTERS) String why) {}
}
