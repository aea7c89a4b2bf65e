package io.shedwatch.server.rule;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One step of the rules of a shed while it is made; lives no longer. */
final class ShedJudge {
  private final List<SocketWatch> sockets;
  private final List<Finding> findings = new ArrayList<>(0);
  private final ShedWatch.Scene scene;
  private final RuleSet rules;
  private long noneFreeSince;

  ShedJudge(ShedWatch before, ShedWatch.Scene scene) {
    this.sockets = new ArrayList<>(before.sockets());
    this.noneFreeSince = before.noneFreeSince();
    this.scene = scene;
    this.rules = scene.rules();
  }

  ShedWatch.Turn turn(long at, long heardAt) {
    findings.sort(Comparator.comparingLong(Finding::at).thenComparing(Finding::socket));
    ShedWatch next = new ShedWatch(sockets, noneFreeSince, at, heardAt);
    return new ShedWatch.Turn(next, List.copyOf(findings));
  }

  /** Time went on for every socket up to {@code now}. */
  void pass(long now) {
    for (int socket = 1; socket <= sockets.size(); socket++) {
      SocketWatch watch = get(socket);
      if (watch.at() != 0 && now > watch.at()) {
        if (watch.notACharger().hold().isTimed()) {
          passHeavy(socket, now);
        }
        if (watch.sharedSocket().hold().isTimed()) {
          passShared(socket, now);
        }
        if (!watch.longCharge().hold().equals(Hold.IDLE)) {
          passLong(socket, now);
        }
      }
    }
  }

  /** The same for what must not wait for a heartbeat. */
  void urgent(long now) {
    for (int socket = 1; socket <= sockets.size(); socket++) {
      if (get(socket).notACharger().hold().isPending()) {
        passHeavy(socket, now);
      }
    }
  }

  void see(Reading reading, long at) {
    int socket = reading.socket();
    SocketWatch before = get(socket);
    if (at < before.at()) {
      return; // Dated back: it was judged when it was new.
    }
    if (before.at() != 0 && at > before.heldUntil()) {
      unseen(socket, before);
    }
    Seen seen = new Seen(reading.usage(), reading.watts(), at);
    put(socket, get(socket).saw(seen));
    if (seen.usage() == Usage.FAULTED || seen.usage() == Usage.UNKNOWN) {
      unseen(socket, get(socket)); // Its numbers are not to be believed.
      return;
    }
    seeHeavy(socket, seen);
    seeShared(socket, seen);
    seeLong(socket, seen);
  }

  private void unseen(int socket, SocketWatch watch) {
    NotACharger.State heavy = watch.notACharger();
    put(
        socket,
        watch
            .with(heavy.held(heavy.hold().unseen()))
            .with(rules.sharedSocket().unseen(watch.sharedSocket())));
  }

  private void passHeavy(int socket, long now) {
    SocketWatch watch = get(socket);
    NotACharger rule = rules.notACharger();
    Hold.Turn turn = watch.notACharger().hold().pass(now, watch.heldUntil(), rule.timing());
    put(socket, watch.with(watch.notACharger().held(turn.next())));
    tell(RuleName.NOT_A_CHARGER, socket, turn, watch.watts(), rule.watts());
  }

  private void seeHeavy(int socket, Seen seen) {
    SocketWatch watch = get(socket);
    NotACharger.Turn turn = rules.notACharger().see(watch.notACharger(), seen);
    put(socket, watch.with(turn.next()));
    tell(RuleName.NOT_A_CHARGER, socket, turn.turn(), seen.watts(), rules.notACharger().watts());
  }

  private void passShared(int socket, long now) {
    SocketWatch watch = get(socket);
    SharedSocket rule = rules.sharedSocket();
    SharedSocket.State state = watch.sharedSocket();
    Hold.Turn turn = state.hold().pass(now, watch.heldUntil(), rule.timing());
    put(socket, watch.with(state.held(turn.next())));
    tell(RuleName.SHARED_SOCKET, socket, turn, state.level(), state.before() + rule.stepWatts());
  }

  private void seeShared(int socket, Seen seen) {
    SocketWatch watch = get(socket);
    SharedSocket rule = rules.sharedSocket();
    SharedSocket.Turn turn = rule.see(watch.sharedSocket(), seen);
    put(socket, watch.with(turn.next()));
    double limit = watch.sharedSocket().before() + rule.stepWatts();
    tell(RuleName.SHARED_SOCKET, socket, turn.turn(), seen.watts(), limit);
  }

  private void passLong(int socket, long now) {
    LongCharge rule = rules.longCharge();
    SocketWatch watch = get(socket);
    Hold.Turn turn = watch.longCharge().hold().pass(now, rule.timing());
    after(socket, turn, watch.longCharge().worse());
    long worseAt = rule.worseAt(get(socket).longCharge());
    if (worseAt != 0 && worseAt <= now) {
      Hold hold = get(socket).longCharge().hold();
      put(socket, get(socket).with(new LongCharge.State(hold, true)));
      findings.add(
          new Finding(
              Finding.What.WORSENED,
              RuleName.LONG_CHARGE,
              socket,
              hold.raisedAt(),
              worseAt,
              Severity.MAJOR,
              hours(worseAt - hold.trueSince()),
              hours(rule.worseMillis())));
    }
  }

  private void seeLong(int socket, Seen seen) {
    if (Double.isNaN(seen.watts()) && seen.usage() == Usage.CHARGING) {
      return;
    }
    LongCharge rule = rules.longCharge();
    SocketWatch watch = get(socket);
    LongCharge.State before = watch.longCharge();
    after(socket, before.hold().see(rule.isLong(seen), seen.at(), rule.timing()), before.worse());
  }

  private void after(int socket, Hold.Turn turn, boolean worse) {
    boolean raised = turn.next().isRaised();
    put(socket, get(socket).with(new LongCharge.State(turn.next(), worse && raised)));
    double hours = hours(turn.at() - turn.next().trueSince());
    double limit = hours(rules.longCharge().timing().onDelayMillis());
    tell(RuleName.LONG_CHARGE, socket, turn, hours, limit);
  }

  /** Looks at the shed as a whole: full and idle sockets while nobody finds a free one. */
  void occupation(long now) {
    boolean noneFree =
        sockets.stream()
            .allMatch(watch -> watch.at() != 0 && watch.usage() != Usage.UNKNOWN && !free(watch));
    noneFreeSince = noneFree ? (noneFreeSince == 0 ? now : noneFreeSince) : 0;
    for (int socket = 1; socket <= sockets.size(); socket++) {
      idle(socket, now);
    }
  }

  private void idle(int socket, long now) {
    IdleOccupied rule = rules.idleOccupied();
    SocketWatch watch = get(socket);
    Hold before = watch.idleOccupied();
    boolean condition = watch.usage() == Usage.FINISHED && noneFreeSince != 0;
    Timing timing = new Timing(0, rule.offDelayMillis(), 0);
    if (before.isRaised()) {
      Hold.Turn passed = before.pass(now, timing);
      Hold.Turn turn =
          passed.change() == Hold.Change.NONE ? before.see(condition, now, timing) : passed;
      put(socket, watch.withIdle(turn.next()));
      tell(RuleName.IDLE_OCCUPIED, socket, turn, Double.NaN, Double.NaN);
    } else if (condition) {
      long dueAt = rule.dueAt(watch.usageSince(), noneFreeSince, scene.zone());
      if (dueAt <= now && dueAt <= watch.heldUntil()) {
        Hold.Turn turn = new Hold(dueAt, 0, 0).raiseNow(dueAt);
        put(socket, watch.withIdle(turn.next()));
        double minutes = (dueAt - watch.usageSince()) / 60_000.0;
        tell(RuleName.IDLE_OCCUPIED, socket, turn, minutes, rule.idleMillis() / 60_000.0);
      }
    }
  }

  private static boolean free(SocketWatch watch) {
    return watch.usage() == Usage.FREE;
  }

  private void tell(RuleName rule, int socket, Hold.Turn turn, double measured, double limit) {
    if (turn.change() != Hold.Change.NONE) {
      boolean raised = turn.change() == Hold.Change.RAISED;
      findings.add(
          new Finding(
              raised ? Finding.What.RAISED : Finding.What.CLEARED,
              rule,
              socket,
              turn.raisedAt(),
              turn.at(),
              rule.severity(),
              raised ? measured : Double.NaN,
              raised ? limit : Double.NaN));
    }
  }

  private static double hours(long millis) {
    return millis / 3_600_000.0;
  }

  private SocketWatch get(int socket) {
    return sockets.get(socket - 1);
  }

  private void put(int socket, SocketWatch watch) {
    sockets.set(socket - 1, watch);
  }
}
