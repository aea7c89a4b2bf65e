package io.shedwatch.server.duty;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.ListShape;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Rounds of extinguishers and sheds: what is inspected, when it is due, what was found. */
@Controller("/api/v1/inspections")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "duty")
class HttpInspections {
  private final JdbcRounds rounds;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpInspections(JdbcRounds rounds, Site site, InstantSource clock) {
    this.rounds = rounds;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** All that is inspected, by name. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "inspections", summary = "What is inspected, and when it is due.")
  ListShape<InspectionShape> inspections() throws SQLException {
    Instant now = clock.instant();
    return new ListShape<>(rounds.inspections().stream().map(one -> shape(one, now)).toList());
  }

  /** Adds something to be inspected; first due after its interval. */
  @Post
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.CREATED)
  @Operation(operationId = "addInspection", summary = "Adds something to be inspected.")
  InspectionShape add(@Body @Valid InspectionAsked body) throws SQLException {
    Optional<String> shed = body.shed().filter(id -> !id.isEmpty());
    if (shed.isPresent() && site.shed(shed.get()).isEmpty()) {
      throw ProblemException.invalid("There is no shed of that id.");
    }
    String id = rounds.add(body.name().strip(), shed, body.everyDays(), clock.instant());
    return one(id);
  }

  /** Writes a round down. */
  @Post("/{inspection}/rounds")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "inspected", summary = "Writes a round down.")
  InspectionShape done(String inspection, @Body @Valid RoundAsked body, Authentication who)
      throws SQLException {
    one(inspection);
    rounds.done(
        inspection, who.getName(), body.sound(), body.note().orElse("").strip(), clock.instant());
    return one(inspection);
  }

  /** Takes something off the list, with its rounds. */
  @Delete("/{inspection}")
  @Secured(HttpAccess.OFFICER)
  @Status(HttpStatus.NO_CONTENT)
  @Operation(operationId = "removeInspection", summary = "Takes something off the list.")
  void remove(String inspection) throws SQLException {
    if (!rounds.remove(inspection)) {
      throw unknown(inspection);
    }
  }

  private InspectionShape one(String inspection) throws SQLException {
    return rounds
        .find(inspection)
        .map(found -> shape(found, clock.instant()))
        .orElseThrow(() -> unknown(inspection));
  }

  private static ProblemException unknown(String inspection) {
    return ProblemException.notFound("There is no inspection " + inspection + ".");
  }

  private InspectionShape shape(JdbcRounds.Inspection one, Instant now) {
    return new InspectionShape(
        one.inspection(),
        one.name(),
        one.shed(),
        one.everyDays(),
        time.text(one.dueAt()),
        one.dueAt().isBefore(now),
        one.doneAt().map(time::text),
        one.doneBy(),
        one.result(),
        one.note());
  }

  /** What is to be inspected. */
  @Serdeable
  record InspectionAsked(
      @NotBlank @Size(max = 80) String name,
      Optional<@Size(max = 32) String> shed,
      @Min(1) @Max(3_660) int everyDays) {}

  /** What a round found. */
  @Serdeable
  record RoundAsked(boolean sound, Optional<@Size(max = 500) String> note) {}

  /**
   * @param result sound or defect, of the newest round; null before the first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record InspectionShape(
      String inspection,
      String name,
      Optional<String> shed,
      int everyDays,
      String dueAt,
      boolean overdue,
      Optional<String> doneAt,
      Optional<String> doneBy,
      Optional<String> result,
      Optional<String> note) {}
}
