package io.shedwatch.server.intake.step;

import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Status;
import io.shedwatch.server.alert.AlertRaised;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.rule.RuleName;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** What a status changes: boots and their order, what the spool holds, which alarms are open. */
final class StatusRules {
  /** The server's own orders have longer than a person's: the agent may be about to restart. */
  private static final long REOPEN_EXPIRES_MILLIS = 10 * 60_000L;

  private StatusRules() {}

  static void apply(Draft draft, Status status) {
    BootBook boot = draft.boot(status.boot());
    long rank = status.bootNumber().orElse(boot.rank());
    long firstAt = status.seq() == 1 ? status.at() : boot.firstAt();
    if (rank != boot.rank() || firstAt != boot.firstAt()) {
      draft.put(boot.born(rank, firstAt));
    }
    if (status.state() != ShedState.ONLINE) {
      return;
    }
    boolean newest = draft.isCurrent(status.boot()) && isNewerBirth(draft, status);
    if (newest) {
      long at = Moments.believed(status.at(), draft.now);
      Optional<Presence.OpenAtBirth> open =
          status
              .open()
              .map(ids -> new Presence.OpenAtBirth(at, ids.stream().map(AlarmId::value).toList()));
      draft.presence = draft.presence.born(status.boot(), status.seq(), open);
    }
    holds(draft, status);
  }

  static boolean isNewerBirth(Draft draft, Status status) {
    Presence presence = draft.presence;
    return presence.birthBoot().isEmpty()
        || !presence.birthBoot().get().equals(status.boot())
        || status.seq() > presence.birthSeq();
  }

  /** What the agent's spool no longer holds and the server lacks is lost; absent boots are over. */
  private static void holds(Draft draft, Status status) {
    if (status.holds().isEmpty()) {
      return; // Not told.
    }
    enterInOrder(draft, status);
    Map<BootId, Long> next = new LinkedHashMap<>();
    for (SeqRange held : status.holds()) {
      if (draft.isClosed(held.boot())) {
        continue;
      }
      long from = next.getOrDefault(held.boot(), 1L);
      BootBook boot = draft.boot(held.boot()).holding(held.from(), held.to());
      draft.put(boot);
      if (from < held.from()) {
        BootRules.loseMissing(draft, boot, new Span(from, held.from() - 1), "not-held");
      }
      next.put(held.boot(), Math.max(from, held.to() + 1));
    }
    for (BootBook other : List.copyOf(draft.boots())) {
      if (!next.containsKey(other.boot()) && !other.boot().equals(status.boot())) {
        notListed(draft, status, other);
      }
    }
  }

  /**
   * An older boot that a birth does not list is over. One whose place is a guess may be newer than
   * a birth that comes late: it is older than births that were said after it was heard, even if it
   * was taken for the newest.
   */
  private static void notListed(Draft draft, Status status, BootBook other) {
    long rank = draft.boot(status.boot()).rank();
    if (other.isPlaced()) {
      if (other.rank() < rank) {
        BootRules.end(draft, other);
      }
    } else if (status.at() > other.firstAt()) {
      BootBook older = other.born(Math.min(other.rank(), rank - 1), other.firstAt());
      draft.put(older);
      BootRules.end(draft, older);
    }
  }

  /**
   * The list goes from old to new: a boot that nobody has heard of stands between its neighbours.
   */
  private static void enterInOrder(Draft draft, Status status) {
    List<SeqRange> holds = status.holds();
    long rank = draft.boot(status.boot()).rank();
    for (int i = holds.size() - 1; i >= 0; i--) {
      BootId boot = holds.get(i).boot();
      if (draft.isClosed(boot)) {
        continue;
      }
      long between = Math.max(rank - 1, older(draft, holds.subList(0, i)));
      BootBook entered = draft.findOrEnter(boot, between);
      if (!entered.isPlaced() && !boot.equals(status.boot())) {
        entered = entered.born(between, entered.firstAt());
        draft.put(entered);
      }
      rank = entered.rank();
    }
  }

  /** Rank of the newest of these boots whose place is known. */
  private static long older(Draft draft, List<SeqRange> holds) {
    for (int i = holds.size() - 1; i >= 0; i--) {
      Optional<BootBook> known = draft.find(holds.get(i).boot());
      if (known.isPresent() && known.get().isPlaced()) {
        return known.get().rank();
      }
    }
    return Long.MIN_VALUE;
  }

  /**
   * The server lets go what the agent does not hold, except what only a reset may clear. Done when
   * everything said before the birth was received: a clear that is still on its way must not be
   * taken for a latch that was forgotten.
   */
  static void compareOpenAlarms(Draft draft) {
    Presence presence = draft.presence;
    if (presence.openAtBirth().isEmpty() || !inOrder(draft, presence)) {
      return;
    }
    Presence.OpenAtBirth birth = presence.openAtBirth().get();
    draft.presence = presence.compared();
    Set<String> held = Set.copyOf(birth.alarms());
    long rank = draft.boot(presence.birthBoot().orElseThrow()).rank();
    for (OpenAlarm alarm : List.copyOf(draft.open)) {
      if (held.contains(alarm.alarm())
          || !alarm.isActive()
          || alarm.isAfter(rank, presence.birthSeq())) {
        continue;
      }
      if (AlarmKind.ofWord(alarm.raised().kind()).latched()) {
        forgotten(draft, birth.at(), alarm);
      } else {
        String why = "the shed did not list it as open at its birth";
        OpenAlarm.End end = new OpenAlarm.End(rank, presence.birthSeq(), birth.at(), why);
        AlarmRules.end(draft, alarm, end);
      }
    }
  }

  private static boolean inOrder(Draft draft, Presence presence) {
    for (BootBook boot : draft.boots()) {
      if (presence.birthBoot().map(boot.boot()::equals).orElse(false)) {
        return boot.frontier() >= presence.birthSeq();
      }
      if (!boot.complete()) {
        return false;
      }
    }
    return false;
  }

  private static void forgotten(Draft draft, long birthAt, OpenAlarm alarm) {
    AlertRaised raised = alarm.raised();
    if (raised.socket().isPresent()) {
      reopen(draft, raised.socket().getAsInt());
    } else {
      for (int socket = 1; socket <= draft.socketCount(); socket++) {
        reopen(draft, socket);
      }
    }
    if (alarm.forgotten()) {
      return;
    }
    draft.open.replaceAll(open -> open.equals(alarm) ? open.forgottenByTheAgent() : open);
    AlertRaised forgotten =
        AlertRaised.of(
                raised.alert() + "-forgotten",
                RuleName.LATCH_FORGOTTEN.word(),
                Severity.CRITICAL,
                raised.subject(),
                birthAt)
            .ofKind(raised.kind())
            .by(draft.ruleVersion(RuleName.LATCH_FORGOTTEN))
            .forAlarm(alarm.alarm())
            .measuring(raised.finding().measured(), raised.finding().limit());
    draft.add(new Consequence.Raised(forgotten, draft.now));
  }

  private static void reopen(Draft draft, int socket) {
    String cause =
        "reopen/"
            + draft.shed()
            + "/"
            + socket
            + "/"
            + draft.presence.birthBoot().map(BootId::value).orElse("")
            + "/"
            + draft.presence.birthSeq();
    UUID id = UUID.nameUUIDFromBytes(cause.getBytes(StandardCharsets.UTF_8));
    draft.add(
        new Consequence.Ordered(
            new Command(
                new CommandId(id.toString()),
                draft.now,
                draft.now + REOPEN_EXPIRES_MILLIS,
                socket,
                CommandAction.OPEN_RELAY,
                "server")));
  }
}
