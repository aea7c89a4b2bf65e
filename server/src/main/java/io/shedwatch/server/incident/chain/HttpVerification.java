package io.shedwatch.server.incident.chain;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;

/** Whether the log is whole. */
@Controller("/api/v1/incidents/verification")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "incidents")
class HttpVerification {
  private static final int MOST_ANCHORS = 100;

  /** A check reads the whole log; a second one waits this long for the first. */
  private static final long PATIENCE_SECONDS = 30;

  private final JdbcVerification verification;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;
  private final Semaphore one = new Semaphore(1, true);

  HttpVerification(DataSource database, Site site, InstantSource clock) {
    this.verification = new JdbcVerification(database, site.site());
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** Checks the whole log now. */
  @Get("{?anchor}")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "verification",
      summary = "Checks the whole log; anchor names a hash that was kept earlier.")
  VerificationShape verify(@QueryValue Optional<List<String>> anchor)
      throws SQLException, InterruptedException {
    List<String> kept = anchor.orElse(List.of());
    if (kept.size() > MOST_ANCHORS
        || !kept.stream().allMatch(hash -> hash.matches("[0-9a-f]{64}"))) {
      throw ProblemException.invalid("anchor is a hash of 64 hex digits, at most 100 of them.");
    }
    if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new ProblemException(ProblemType.TOO_MANY_REQUESTS, "The log is being checked.");
    }
    try {
      return shape(verification.check(kept), kept.size());
    } finally {
      one.release();
    }
  }

  private VerificationShape shape(Verdict verdict, int anchors) {
    return new VerificationShape(
        time.text(clock.instant()),
        site.site().value(),
        verdict.whole(),
        verdict.events(),
        verdict.head(),
        verdict.texts(),
        verdict.files(),
        verdict.absent(),
        anchors,
        verdict.found(),
        verdict.findings().stream()
            .map(
                one ->
                    new VerificationShape.FindingShape(one.kind().word(), one.number(), one.says()))
            .toList());
  }
}
