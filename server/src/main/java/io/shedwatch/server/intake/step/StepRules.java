package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Limits;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.ShedWatch;
import java.time.ZoneId;

/**
 * The thresholds of a step; times in milliseconds.
 *
 * @param gapMillis sessions wait this long for a missing message while nothing moves; a boot of
 *     which nobody told where it begins is taken from its first seq heard after the same time
 * @param graceMillis after the server began to listen nobody is declared offline for this
 * @param leastSkewMillis a clock that is off by less is never odd, whatever the rule says
 * @param fullWatts below this a charge is finished, W
 * @param scene the rules in force, and the site's time zone
 */
public record StepRules(
    long gapMillis,
    long graceMillis,
    long leastSkewMillis,
    double fullWatts,
    ShedWatch.Scene scene) {
  public static final StepRules DEFAULTS =
      new StepRules(
          60_000,
          90_000,
          0,
          Limits.DEFAULTS.fullWatts(),
          new ShedWatch.Scene(RuleSet.BUILT_IN, ZoneId.of("Asia/Shanghai")));

  /**
   * The same for a clock that runs faster than the network: what the network delays looks longer.
   */
  public StepRules withSkew(long leastMillis) {
    return new StepRules(gapMillis, graceMillis, leastMillis, fullWatts, scene);
  }

  /** The same at a place, with the rules that are in force now. */
  public StepRules judging(RuleSet rules, ZoneId zone) {
    return new StepRules(
        gapMillis, graceMillis, leastSkewMillis, fullWatts, new ShedWatch.Scene(rules, zone));
  }

  RuleSet rules() {
    return scene.rules();
  }

  long skewMillis() {
    return Math.max(leastSkewMillis, rules().clockSkew().mostMillis());
  }
}
