package io.shedwatch.server.rule;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Tells the rules of one shed what its sockets do; the hands of the clock are the story's. */
final class RuleStory {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final long start;
  private ShedWatch watch;
  private ShedWatch.Scene scene = new ShedWatch.Scene(RuleSet.BUILT_IN, SHANGHAI);
  private final List<Finding> findings = new ArrayList<>();

  private RuleStory(int sockets, String start) {
    this.watch = ShedWatch.empty(sockets);
    this.start = OffsetDateTime.parse(start).toInstant().toEpochMilli();
  }

  static RuleStory ofOneSocket() {
    return ofSockets(1);
  }

  static RuleStory ofSockets(int sockets) {
    return beginning(sockets, "2026-03-02T12:00:00+08:00");
  }

  static RuleStory beginning(int sockets, String start) {
    return new RuleStory(sockets, start);
  }

  RuleStory with(RuleVersion version) {
    scene = new ShedWatch.Scene(scene.rules().with(version), SHANGHAI);
    return this;
  }

  RuleStory charging(double minute, double watts) {
    return says(minute, 1, Usage.CHARGING, watts);
  }

  RuleStory says(double minute, int socket, Usage usage, double watts) {
    double none = Double.NaN;
    Reading reading =
        new Reading(socket, usage, RelayPosition.CLOSED, none, none, watts, none, none);
    long at = at(minute);
    ShedWatch.Turn turn = watch.next(List.of(reading), at, scene);
    watch = turn.next().heard(at, false);
    findings.addAll(turn.findings());
    return this;
  }

  /** The same every minute from here to there, as heartbeats say it. */
  RuleStory steady(double from, double to, int socket, Usage usage, double watts) {
    for (double minute = from; minute <= to; minute++) {
      says(minute, socket, usage, watts);
    }
    return this;
  }

  RuleStory steady(double from, double to, double watts) {
    return steady(from, to, 1, Usage.CHARGING, watts);
  }

  /** The server looks at its clock. */
  RuleStory tick(double minute) {
    ShedWatch.Turn turn = watch.idle(at(minute), 0, scene);
    watch = turn.next();
    findings.addAll(turn.findings());
    return this;
  }

  /** What happened: minute, socket, what; of one rule. */
  List<String> of(RuleName rule) {
    return findings.stream().filter(one -> one.rule() == rule).map(this::line).toList();
  }

  List<Finding> findings() {
    return findings;
  }

  ShedWatch watch() {
    return watch;
  }

  private String line(Finding finding) {
    Duration since = Duration.ofMillis(finding.at() - start);
    String sign =
        switch (finding.what()) {
          case RAISED -> "+";
          case WORSENED -> "!";
          case CLEARED -> "-";
        };
    return "%s%d %d:%02d"
        .formatted(sign, finding.socket(), since.toMinutes(), since.toSecondsPart());
  }

  private long at(double minute) {
    return start + Math.round(minute * 60_000);
  }
}
