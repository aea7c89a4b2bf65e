package io.shedwatch.server.incident;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Erasing what people wrote, where somebody has a right to it. */
@Controller("/api/v1/incidents/{incident}")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpIncidentErasures {
  private final JdbcIncidentErasures erasures;
  private final InstantSource clock;

  HttpIncidentErasures(DataSource database, Site site, InstantSource clock) {
    this.erasures = new JdbcIncidentErasures(database, site.site());
    this.clock = clock;
  }

  /** Erases what was written at an event; the log stays whole and says that there was a text. */
  @Post("/events/{number}/erase")
  @Status(HttpStatus.NO_CONTENT)
  @Secured(HttpAccess.OFFICER)
  @Operation(
      operationId = "eraseText",
      summary = "Erases what was written at an event; the log stays whole.")
  void erase(
      String incident, long number, @Body @Valid HttpIncidentFiles.Erase body, Authentication who)
      throws SQLException {
    Remark why = new Remark(incident, who.getName(), clock.instant(), body.why().strip());
    if (!erasures.eraseText(number, why)) {
      throw ProblemException.notFound("Nothing is written at that event.");
    }
  }
}
