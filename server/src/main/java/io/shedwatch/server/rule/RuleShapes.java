package io.shedwatch.server.rule;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Rules and back-tests in JSON; absence is null. */
final class RuleShapes {
  /** Alerts of a back-test that are listed; the counts are of all. */
  private static final int MOST_LISTED = 500;

  private RuleShapes() {}

  /**
   * One parameter of a rule.
   *
   * @param name with its unit
   * @param builtIn the value of version 1
   * @param evidence where the built-in value comes from
   */
  @Serdeable
  @Schema(name = "RuleParameter")
  record ParameterShape(
      String name, double value, double builtIn, double lowest, double highest, String evidence) {}

  /**
   * A rule as it is in force.
   *
   * @param judge edge, readings, server or people
   * @param backTest whether stored readings can be judged again
   * @param changedAt null for the built-in version
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Rule")
  record RuleShape(
      String rule,
      String severity,
      String judge,
      boolean backTest,
      int version,
      String changedBy,
      Optional<String> changedAt,
      String why,
      List<ParameterShape> parameters) {}

  /** All rules. */
  @Serdeable
  @Schema(name = "Rules")
  record RuleList(List<RuleShape> rules) {}

  /** One version of a rule. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "RuleVersion")
  record VersionShape(
      int version,
      String changedBy,
      Optional<String> changedAt,
      String why,
      Map<String, Double> parameters) {}

  /** All versions of a rule, the newest first. */
  @Serdeable
  @Schema(name = "RuleVersions")
  record VersionList(String rule, List<VersionShape> versions) {}

  /** An alert that a back-test finds. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "BackTestAlert")
  record FoundShape(
      String shed, int socket, String severity, String raisedAt, Optional<String> clearedAt) {}

  /**
   * A back-test.
   *
   * @param state running, done or failed
   * @param progress from 0 to 1
   * @param readings how many were judged
   * @param live how many alerts the rule in force gives
   * @param changed how many the changed one gives
   * @param gained those of the changed rule that the one in force does not give, at most 500
   * @param lost those of the rule in force that the changed one does not give, at most 500
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "BackTest")
  record BackTestShape(
      String backTest,
      String rule,
      String state,
      double progress,
      String from,
      String to,
      Map<String, Double> parameters,
      long readings,
      int live,
      int changed,
      int gainedCount,
      int lostCount,
      List<FoundShape> gained,
      List<FoundShape> lost) {}

  static RuleShape rule(RuleVersion version, SiteTime time) {
    RuleName rule = version.rule();
    return new RuleShape(
        rule.word(),
        rule.severity().word(),
        rule.judge().name().toLowerCase(java.util.Locale.ROOT),
        rule.judge() == RuleName.Judge.READINGS,
        version.version(),
        version.by(),
        changedAt(version, time),
        version.why(),
        rule.parameters().stream()
            .map(
                one ->
                    new ParameterShape(
                        one.name(),
                        version.value(one.name()),
                        one.usual(),
                        one.lowest(),
                        one.highest(),
                        one.evidence()))
            .toList());
  }

  static VersionShape version(RuleVersion version, SiteTime time) {
    return new VersionShape(
        version.version(),
        version.by(),
        changedAt(version, time),
        version.why(),
        new TreeMap<>(version.values()));
  }

  static BackTestShape backTest(BackTests.Run run, SiteTime time) {
    BackTests.Result result = run.result();
    List<BackTest.Found> gained = result.gained();
    List<BackTest.Found> lost = result.lost();
    return new BackTestShape(
        run.id(),
        run.plan().changed().rule().word(),
        run.state().name().toLowerCase(java.util.Locale.ROOT),
        run.progress(),
        time.text(Instant.ofEpochMilli(run.plan().from())),
        time.text(Instant.ofEpochMilli(run.plan().to())),
        new TreeMap<>(run.plan().changed().values()),
        result.readings(),
        result.live().size(),
        result.changed().size(),
        gained.size(),
        lost.size(),
        found(gained, time),
        found(lost, time));
  }

  private static List<FoundShape> found(List<BackTest.Found> found, SiteTime time) {
    return found.stream()
        .limit(MOST_LISTED)
        .map(
            one ->
                new FoundShape(
                    one.shed().value(),
                    one.socket(),
                    one.severity().word(),
                    time.text(Instant.ofEpochMilli(one.raisedAt())),
                    one.clearedAt().isPresent()
                        ? Optional.of(time.text(Instant.ofEpochMilli(one.clearedAt().getAsLong())))
                        : Optional.empty()))
        .toList();
  }

  private static Optional<String> changedAt(RuleVersion version, SiteTime time) {
    return version.version() == RuleVersion.BUILT_IN
        ? Optional.empty()
        : Optional.of(time.text(version.at()));
  }
}
