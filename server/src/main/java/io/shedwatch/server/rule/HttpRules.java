package io.shedwatch.server.rule;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rules: what they are now, their versions, and what a change would have meant. */
@Controller("/api/v1/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "rules")
class HttpRules {
  private static final Logger LOG = LoggerFactory.getLogger(HttpRules.class);

  private final JdbcRuleVersions versions;
  private final BackTests backTests;
  private final SiteTime time;
  private final InstantSource clock;

  HttpRules(JdbcRuleVersions versions, BackTests backTests, Site site, InstantSource clock) {
    this.versions = versions;
    this.backTests = backTests;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** All rules as they are in force. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "rules", summary = "All rules as they are in force.")
  RuleShapes.RuleList rules() {
    RuleSet rules = versions.inForce().now();
    return new RuleShapes.RuleList(
        Arrays.stream(RuleName.values())
            .map(rule -> RuleShapes.rule(rules.version(rule), time))
            .toList());
  }

  /** One rule as it is in force. */
  @Get("/{rule}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "rule", summary = "One rule as it is in force.")
  RuleShapes.RuleShape rule(String rule) {
    return RuleShapes.rule(versions.inForce().now().version(named(rule)), time);
  }

  /** All versions of a rule, the newest first. */
  @Get("/{rule}/versions")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "ruleVersions", summary = "All versions of a rule, the newest first.")
  RuleShapes.VersionList versions(String rule) throws SQLException {
    RuleName name = named(rule);
    return new RuleShapes.VersionList(
        name.word(),
        versions.all(name).stream().map(one -> RuleShapes.version(one, time)).toList());
  }

  /**
   * Puts changed parameters in force as the next version; what is left out stays. A version that is
   * not the one in force is refused: somebody else was faster.
   */
  @Put("/{rule}")
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "changeRule", summary = "Puts changed parameters in force.")
  RuleShapes.RuleShape change(String rule, @Body @Valid RuleChange change, Authentication who)
      throws SQLException {
    RuleVersion before = versions.inForce().now().version(named(rule));
    if (change.version().isPresent() && change.version().get() != before.version()) {
      throw overtaken(before.version());
    }
    RuleVersion next =
        next(before, change.parameters(), who.getName(), clock.instant(), change.why().strip());
    if (next.values().equals(before.values())) {
      throw ProblemException.invalid("Nothing is changed.");
    }
    if (!versions.put(next)) {
      throw overtaken(next.version());
    }
    LOG.info("rule changed rule={} version={} by={}", rule, next.version(), who.getName());
    return RuleShapes.rule(next, time);
  }

  /** Starts to judge the last days again with changed parameters, without putting them in force. */
  @Post("/{rule}/back-test")
  @Status(HttpStatus.ACCEPTED)
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "startBackTest", summary = "Judges the last days with a changed rule.")
  RuleShapes.BackTestShape start(String rule, @Body @Valid BackTestAsked asked) {
    RuleName name = named(rule);
    if (name.judge() != RuleName.Judge.READINGS) {
      throw ProblemException.invalid(
          "Only rules that judge readings can be tested on stored readings.");
    }
    int days = asked.days().orElse(BackTests.MOST_DAYS);
    if (days < 1 || days > BackTests.MOST_DAYS) {
      throw ProblemException.invalid("days is from 1 to " + BackTests.MOST_DAYS + ".");
    }
    RuleSet live = versions.inForce().now();
    Instant now = clock.instant();
    RuleVersion changed =
        next(live.version(name), asked.parameters().orElse(Map.of()), "", now, "");
    long from = now.minus(Duration.ofDays(days)).toEpochMilli();
    return backTests
        .start(new BackTests.Plan(live, changed, from, now.toEpochMilli()))
        .map(run -> RuleShapes.backTest(run, time))
        .orElseThrow(
            () -> new ProblemException(ProblemType.CONFLICT, "Another back-test is running."));
  }

  /** How far a back-test is, and what came out. */
  @Get("/{rule}/back-test/{backTest}")
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "backTest", summary = "How far a back-test is, and what came out.")
  RuleShapes.BackTestShape backTest(String rule, String backTest) {
    RuleName name = named(rule);
    return backTests
        .find(backTest)
        .filter(run -> run.plan().changed().rule() == name)
        .map(run -> RuleShapes.backTest(run, time))
        .orElseThrow(() -> ProblemException.notFound("There is no such back-test any more."));
  }

  private static RuleVersion next(
      RuleVersion before, Map<String, Double> some, String by, Instant at, String why) {
    Map<String, Double> values = new HashMap<>(before.values());
    values.putAll(some);
    Optional<String> fault = RuleBounds.fault(before.rule(), values);
    if (fault.isPresent()) {
      throw ProblemException.invalid(fault.get());
    }
    return new RuleVersion(before.rule(), before.version() + 1, values, by, at, why);
  }

  private static ProblemException overtaken(int version) {
    return new ProblemException(ProblemType.CONFLICT, "Version " + version + " is in force.");
  }

  private static RuleName named(String rule) {
    return RuleName.ofWord(rule)
        .orElseThrow(() -> ProblemException.notFound("There is no rule " + rule + "."));
  }

  /**
   * A change; what is absent stays.
   *
   * @param version the one that this change was made from; absent: whatever is in force
   * @param why the reason, kept with the version
   */
  @Serdeable
  record RuleChange(
      @NotNull Map<String, Double> parameters,
      @NotBlank @Size(max = 500) String why,
      Optional<Integer> version) {}

  /**
   * What is to be tested; parameters that are absent are as in force.
   *
   * @param days how many, at most 30
   */
  @Serdeable
  @io.swagger.v3.oas.annotations.media.Schema(name = "BackTestAsked")
  record BackTestAsked(Optional<Map<String, Double>> parameters, Optional<Integer> days) {}
}
