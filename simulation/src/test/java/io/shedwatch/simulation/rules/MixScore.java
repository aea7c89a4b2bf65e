package io.shedwatch.simulation.rules;

import io.shedwatch.contract.Limits;
import io.shedwatch.server.rule.Finding;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** How often the rule shared-socket flags a kind of mix. */
final class MixScore {
  private static final long START = 1_767_225_600_000L;

  /** Of messages that never come, on top of what report by exception leaves out. */
  private static final double LOST = 0.02;

  private final Map<String, int[]> byKind = new TreeMap<>();
  private int truePositive;
  private int falsePositive;
  private int falseNegative;
  private int trueNegative;

  static MixScore of(List<ChargeMix> mixes, RuleSet rules) {
    MixScore score = new MixScore();
    for (int i = 0; i < mixes.size(); i++) {
      score.count(mixes.get(i), isFlagged(mixes.get(i), rules, new Random(i)));
    }
    return score;
  }

  private static boolean isFlagged(ChargeMix mix, RuleSet rules, Random network) {
    AgentFilter agent = new AgentFilter(1, Limits.DEFAULTS, START);
    RuleEar ear = new RuleEar(1, rules);
    for (int second = 0; second < mix.watts().length; second++) {
      long at = START + second * 1_000L;
      agent.draws(1, mix.watts()[second]);
      for (AgentFilter.Said said : agent.step(at)) {
        if (network.nextDouble() >= LOST) {
          ear.hear(said, at + 200);
        }
      }
    }
    return ear.found(RuleName.SHARED_SOCKET).stream()
        .anyMatch(heard -> heard.finding().what() == Finding.What.RAISED);
  }

  private void count(ChargeMix mix, boolean flagged) {
    byKind.computeIfAbsent(mix.kind(), kind -> new int[2])[flagged ? 0 : 1]++;
    if (mix.shared()) {
      truePositive += flagged ? 1 : 0;
      falseNegative += flagged ? 0 : 1;
    } else {
      falsePositive += flagged ? 1 : 0;
      trueNegative += flagged ? 0 : 1;
    }
  }

  double precision() {
    return (double) truePositive / Math.max(1, truePositive + falsePositive);
  }

  double recall() {
    return (double) truePositive / Math.max(1, truePositive + falseNegative);
  }

  /** Rows: what it is, how often flagged, how often not. */
  String table() {
    StringBuilder table =
        new StringBuilder("| what it is | flagged | not flagged |\n|---|---|---|\n");
    byKind.forEach(
        (kind, counts) -> table.append("| %s | %d | %d |%n".formatted(kind, counts[0], counts[1])));
    return table
        + "| **several chargers** | **%d** | **%d** |%n".formatted(truePositive, falseNegative)
        + "| **one charger** | **%d** | **%d** |%n".formatted(falsePositive, trueNegative);
  }
}
