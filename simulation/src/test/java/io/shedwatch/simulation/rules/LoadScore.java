package io.shedwatch.simulation.rules;

import io.shedwatch.contract.Limits;
import io.shedwatch.server.rule.Finding;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import java.util.ArrayList;
import java.util.List;

/**
 * How the rule not-a-charger does on one measured load, played as it was recorded.
 *
 * @param runs times that power stays above 700 W: for two rows and 10 s
 * @param missed of those, flagged later than 10 s or the second row, or not at all
 * @param raised alerts
 */
record LoadScore(String name, int runs, int missed, double slowestSeconds, int raised) {
  private static final long START = 1_767_225_600_000L;
  private static final double LIMIT_WATTS = 700;
  private static final double WITHIN_SECONDS = 10;

  /** Of a message's way to the server. */
  private static final long LATENCY_MILLIS = 200;

  /** A run above the limit: indices of its first and its last row. */
  private record Run(int from, int to) {}

  private record Alert(long toldAt, long clearedAt) {}

  static LoadScore of(List<LoadTrace> windows, Limits limits) {
    List<LoadScore> scores = windows.stream().map(window -> of(window, limits)).toList();
    return new LoadScore(
        windows.get(0).name(),
        scores.stream().mapToInt(LoadScore::runs).sum(),
        scores.stream().mapToInt(LoadScore::missed).sum(),
        scores.stream().mapToDouble(LoadScore::slowestSeconds).max().orElse(0),
        scores.stream().mapToInt(LoadScore::raised).sum());
  }

  static LoadScore of(LoadTrace trace, Limits limits) {
    List<RuleEar.Heard> heard = play(trace, limits);
    List<Alert> alerts = alerts(heard);
    int missed = 0;
    double slowest = 0;
    List<Run> runs = runs(trace);
    if (!limits.equals(AgentFilter.WIDE) && !runs.isEmpty()) {
      runs = runs.subList(0, 1); // Then the agent has cut the socket.
    }
    for (Run run : runs) {
      double delay = delaySeconds(trace, run, alerts);
      slowest = Math.max(slowest, Double.isInfinite(delay) ? 0 : delay);
      double two = second(trace, run.from() + 2) - second(trace, run.from());
      missed += delay <= Math.max(WITHIN_SECONDS, two) ? 0 : 1;
    }
    return new LoadScore(trace.name(), runs.size(), missed, slowest, alerts.size());
  }

  private static List<RuleEar.Heard> play(LoadTrace trace, Limits limits) {
    AgentFilter agent = new AgentFilter(1, limits, START);
    RuleEar ear = new RuleEar(1, RuleSet.BUILT_IN);
    long second = START;
    for (LoadTrace.Row row : trace.rows()) {
      long at = START + Math.round(row.second() * 1_000);
      for (; second < at; second += 1_000) {
        ear.tick(second);
      }
      agent.draws(1, row.watts());
      agent.step(at).forEach(said -> ear.hear(said, at + LATENCY_MILLIS));
    }
    for (int i = 0; i < 600; i++) {
      ear.tick(second + i * 1_000L);
    }
    return ear.found(RuleName.NOT_A_CHARGER);
  }

  private static List<Alert> alerts(List<RuleEar.Heard> heard) {
    List<Alert> alerts = new ArrayList<>();
    for (RuleEar.Heard one : heard) {
      if (one.finding().what() == Finding.What.RAISED) {
        alerts.add(new Alert(one.toldAt(), Long.MAX_VALUE));
      } else if (one.finding().what() == Finding.What.CLEARED) {
        Alert last = alerts.remove(alerts.size() - 1);
        alerts.add(new Alert(last.toldAt(), one.finding().at()));
      }
    }
    return alerts;
  }

  /** Runs of at least two rows above the limit. */
  private static List<Run> runs(LoadTrace trace) {
    List<Run> runs = new ArrayList<>();
    int from = -1;
    for (int i = 0; i <= trace.rows().size(); i++) {
      boolean above = i < trace.rows().size() && trace.rows().get(i).watts() > LIMIT_WATTS;
      if (above && from < 0) {
        from = i;
      } else if (!above && from >= 0) {
        if (i - from >= 2 && stays(trace, from, i - 1)) {
          runs.add(new Run(from, i - 1));
        }
        from = -1;
      }
    }
    return runs;
  }

  /** Staying above: for two rows, and for as long as the rule has to flag it. */
  private static boolean stays(LoadTrace trace, int from, int to) {
    return second(trace, to) - second(trace, from) >= WITHIN_SECONDS;
  }

  private static double delaySeconds(LoadTrace trace, Run run, List<Alert> alerts) {
    long start = START + Math.round(second(trace, run.from()) * 1_000);
    for (Alert alert : alerts) {
      if (alert.clearedAt() > start) {
        return Math.max(0, (alert.toldAt() - start) / 1_000.0);
      }
    }
    return Double.POSITIVE_INFINITY;
  }

  private static double second(LoadTrace trace, int row) {
    return trace.rows().get(Math.min(row, trace.rows().size() - 1)).second();
  }
}
