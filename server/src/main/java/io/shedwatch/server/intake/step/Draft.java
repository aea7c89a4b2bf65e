package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.step.Step.Notice;
import io.shedwatch.server.rule.MessagesRejected;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.rule.ShedWatch;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The next book while one step writes it; lives no longer than that step. */
final class Draft {
  final StepRules rules;

  /** The server's time of the event, epoch milliseconds. */
  final long now;

  final List<OpenAlarm> open;
  final List<EarlyClear> earlyClears;
  Presence presence;
  Oddities oddities;
  ShedWatch watch;
  MessagesRejected.Run rejected;

  private final ShedBook before;
  private final List<SocketBook> sockets;
  private final List<BootBook> boots;
  private Map<BootId, ClosedBoot> closed;
  private final List<Consequence> consequences = new ArrayList<>(4);

  Draft(ShedBook before, StepRules rules, long now) {
    this.before = before;
    this.rules = rules;
    this.now = now;
    this.sockets = new ArrayList<>(before.sockets());
    this.boots = new ArrayList<>(before.boots());
    this.closed = before.closed();
    this.open = new ArrayList<>(before.open());
    this.earlyClears = new ArrayList<>(before.earlyClears());
    this.presence = before.presence();
    this.oddities = before.oddities();
    this.watch = before.watch();
    this.rejected = before.rejected();
  }

  Step step(Notice notice) {
    ShedBook next =
        new ShedBook(
            before.shed(),
            sockets,
            boots,
            closed,
            presence,
            open,
            earlyClears,
            oddities,
            watch,
            rejected);
    return new Step(next, List.copyOf(consequences), notice);
  }

  ShedAddress shed() {
    return before.shed();
  }

  int ruleVersion(RuleName rule) {
    return rules.rules().version(rule).version();
  }

  void add(Consequence consequence) {
    consequences.add(consequence);
  }

  int socketCount() {
    return sockets.size();
  }

  SocketBook socket(int number) {
    return sockets.get(number - 1);
  }

  void put(int number, SocketBook socket) {
    sockets.set(number - 1, socket);
  }

  List<BootBook> boots() {
    return boots;
  }

  /** The newest boot; only its messages move the board and end a silence. */
  BootBook current() {
    return boots.get(boots.size() - 1);
  }

  boolean isCurrent(BootId boot) {
    return !boots.isEmpty() && current().boot().equals(boot);
  }

  boolean isClosed(BootId boot) {
    return closed.containsKey(boot);
  }

  Optional<BootBook> find(BootId boot) {
    int index = indexOf(boot);
    return index < 0 ? Optional.empty() : Optional.of(boots.get(index));
  }

  BootBook boot(BootId boot) {
    return boots.get(indexOf(boot));
  }

  /** The boot, entered as the newest (or as the oldest) where it was never heard of. */
  BootBook findOrEnter(BootId boot, boolean asOldest) {
    return findOrEnter(boot, asOldest && !boots.isEmpty() ? lowestRank() - 1 : highestRank() + 1);
  }

  /** The boot, entered with that rank where it was never heard of. */
  BootBook findOrEnter(BootId boot, long rank) {
    Optional<BootBook> known = find(boot);
    if (known.isPresent()) {
      return known.get();
    }
    BootBook entered = BootBook.first(boot, rank, now);
    insert(entered);
    return entered;
  }

  /** Replaces the boot of the same id; its place follows its rank. */
  void put(BootBook boot) {
    int index = indexOf(boot.boot());
    if (boots.get(index).rank() == boot.rank()) {
      boots.set(index, boot);
      return;
    }
    long oldRank = boots.get(index).rank();
    boots.remove(index);
    boolean alone = isFree(oldRank);
    insert(boot);
    if (alone) {
      rename(oldRank, boot.rank());
    }
  }

  void close(BootBook boot) {
    boots.remove(indexOf(boot.boot()));
    ClosedBoot over = new ClosedBoot(boot.boot(), boot.rank(), boot.firstAt(), now);
    Map<BootId, ClosedBoot> more = new HashMap<>(closed);
    if (more.size() >= ClosedBoot.MOST) {
      more.values().stream()
          .min((a, b) -> Long.compare(a.closedAt(), b.closedAt()))
          .ifPresent(oldest -> more.remove(oldest.boot()));
    }
    more.put(boot.boot(), over);
    closed = more;
    add(new Consequence.BootClosed(over));
  }

  private void insert(BootBook boot) {
    int place = boots.size();
    while (place > 0 && boots.get(place - 1).rank() > boot.rank()) {
      place--;
    }
    boots.add(place, boot);
  }

  /** Whether no boot has this rank, nor one that is over, whose readings may still be shown. */
  private boolean isFree(long rank) {
    return boots.stream().noneMatch(other -> other.rank() == rank)
        && closed.values().stream().noneMatch(over -> over.rank() == rank);
  }

  /** What was shown under a rank that had to be guessed is kept under the true one. */
  private void rename(long oldRank, long newRank) {
    for (int i = 0; i < sockets.size(); i++) {
      SocketBook s = sockets.get(i);
      if (s.rank() == oldRank) {
        sockets.set(i, new SocketBook(s.reading(), s.at(), s.since(), newRank, s.seq(), s.fold()));
      }
    }
    open.replaceAll(alarm -> alarm.rank() == oldRank ? alarm.ofRank(newRank) : alarm);
  }

  private int indexOf(BootId boot) {
    for (int i = boots.size() - 1; i >= 0; i--) {
      if (boots.get(i).boot().equals(boot)) {
        return i;
      }
    }
    return -1;
  }

  private long highestRank() {
    long highest = boots.isEmpty() ? 0 : current().rank();
    for (ClosedBoot over : closed.values()) {
      highest = Math.max(highest, over.rank());
    }
    return highest;
  }

  private long lowestRank() {
    return boots.get(0).rank();
  }
}
