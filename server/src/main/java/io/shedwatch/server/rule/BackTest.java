package io.shedwatch.server.rule;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.alert.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/**
 * What a set of rules finds in the stored readings of one shed. Fed moment by moment in the order
 * of time, it is the very fold that the lanes make; only what lanes raise between two readings
 * because a message was more than two seconds late cannot be known afterwards.
 */
final class BackTest {
  private final ShedId shed;
  private final RuleName rule;
  private final ShedWatch.Scene scene;
  private final List<Found> found = new ArrayList<>();
  private ShedWatch watch;

  BackTest(ShedId shed, int sockets, RuleName rule, ShedWatch.Scene scene) {
    this.shed = shed;
    this.rule = rule;
    this.scene = scene;
    this.watch = ShedWatch.empty(sockets);
  }

  /**
   * One alert of the rule.
   *
   * @param severity the worst that it came to
   * @param raisedAt epoch milliseconds at the place
   * @param clearedAt empty: still active when the readings end
   */
  record Found(ShedId shed, int socket, Severity severity, long raisedAt, OptionalLong clearedAt) {
    private boolean meets(Found other) {
      return shed.equals(other.shed)
          && socket == other.socket
          && raisedAt <= other.clearedAt.orElse(Long.MAX_VALUE)
          && other.raisedAt <= clearedAt.orElse(Long.MAX_VALUE);
    }
  }

  /** The readings of one moment, epoch milliseconds at the place. */
  void next(List<Reading> readings, long at) {
    ShedWatch.Turn turn = watch.next(readings, at, scene);
    watch = turn.next();
    for (Finding finding : turn.findings()) {
      if (finding.rule() == rule) {
        take(finding);
      }
    }
  }

  private void take(Finding finding) {
    if (finding.what() == Finding.What.RAISED) {
      found.add(
          new Found(
              shed,
              finding.socket(),
              finding.severity(),
              finding.raisedAt(),
              OptionalLong.empty()));
      return;
    }
    found.replaceAll(
        one -> {
          if (one.socket() != finding.socket() || one.raisedAt() != finding.raisedAt()) {
            return one;
          }
          return finding.what() == Finding.What.WORSENED
              ? new Found(shed, one.socket(), finding.severity(), one.raisedAt(), one.clearedAt())
              : new Found(
                  shed,
                  one.socket(),
                  one.severity(),
                  one.raisedAt(),
                  OptionalLong.of(finding.at()));
        });
  }

  /** In the order in which they were raised. */
  List<Found> found() {
    return List.copyOf(found);
  }

  /** Those that no alert of the other list meets, in time and on the same socket. */
  static List<Found> without(List<Found> some, List<Found> others) {
    return some.stream().filter(one -> others.stream().noneMatch(one::meets)).toList();
  }
}
