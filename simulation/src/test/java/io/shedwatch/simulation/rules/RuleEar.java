package io.shedwatch.simulation.rules;

import io.shedwatch.server.rule.Finding;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.RuleSet;
import io.shedwatch.server.rule.ShedWatch;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** The server's rules behind an agent: hears its messages and ticks once a second. */
final class RuleEar {
  /** What a lane allows for readings that are still on their way. */
  private static final long SLACK_MILLIS = 2_000;

  private final ShedWatch.Scene scene;
  private ShedWatch watch;
  private final List<Heard> heard = new ArrayList<>();

  /** A finding, and when the server had it. */
  record Heard(Finding finding, long toldAt) {}

  RuleEar(int sockets, RuleSet rules) {
    this.watch = ShedWatch.empty(sockets);
    this.scene = new ShedWatch.Scene(rules, ZoneId.of("Asia/Shanghai"));
  }

  void hear(AgentFilter.Said said, long receivedAt) {
    take(watch.next(said.readings(), said.at(), scene), receivedAt);
    watch = watch.heard(receivedAt, false);
  }

  void tick(long now) {
    if (watch.waits()) {
      take(watch.idle(now, SLACK_MILLIS, scene), now);
    }
  }

  List<Heard> found(RuleName rule) {
    return heard.stream().filter(one -> one.finding().rule() == rule).toList();
  }

  private void take(ShedWatch.Turn turn, long now) {
    watch = turn.next();
    turn.findings().forEach(finding -> heard.add(new Heard(finding, now)));
  }
}
