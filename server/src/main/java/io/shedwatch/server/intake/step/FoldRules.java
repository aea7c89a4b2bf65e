package io.shedwatch.server.intake.step;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.server.session.Sample;
import io.shedwatch.server.session.Session;
import io.shedwatch.server.session.SocketFold;
import java.util.ArrayList;
import java.util.List;

/**
 * Sessions act in the order of boots and seqs. Readings of a boot wait for its gaps, and for older
 * boots of which the agent still holds something.
 */
final class FoldRules {
  private FoldRules() {}

  static boolean tooFarAhead(BootBook boot, long seq) {
    return boot.waiting().size() >= BootBook.MOST_WAITING && seq > boot.frontier() + 1;
  }

  /** Readings that were just received take their place in the order. */
  static void take(Draft draft, BootId id, Waiting readings) {
    BootBook boot = draft.boot(id);
    if (readings.seq() <= boot.givenUpTo()) {
      readings.readings().forEach(reading -> revise(draft, boot, readings, reading));
      return;
    }
    if (boot.waiting().isEmpty() && readings.seq() <= boot.frontier() && !blocked(draft, id)) {
      fold(draft, boot, readings);
      return;
    }
    List<Waiting> waiting = new ArrayList<>(boot.waiting());
    int place = waiting.size();
    while (place > 0 && waiting.get(place - 1).seq() > readings.seq()) {
      place--;
    }
    waiting.add(place, readings);
    draft.put(boot.waitingFor(waiting, draft.now));
  }

  /** Folds whatever has its turn, and notices gaps that are none any more. */
  static void advance(Draft draft) {
    for (BootBook boot : List.copyOf(draft.boots())) {
      if (!boot.awaited().isEmpty()) {
        fill(draft, boot);
      }
    }
    for (int i = 0; i < draft.boots().size(); i++) {
      BootBook boot = draft.boots().get(i);
      if (!boot.waiting().isEmpty()) {
        foldUpTo(draft, boot, boot.frontier());
      }
      if (!boot.complete()) {
        break; // Later boots wait.
      }
    }
    StatusRules.compareOpenAlarms(draft);
  }

  static void foldAll(Draft draft, BootBook boot) {
    foldUpTo(draft, boot, Long.MAX_VALUE);
  }

  /** Whether an older boot is known to have more on its way. */
  static boolean blocked(Draft draft, BootId id) {
    for (BootBook boot : draft.boots()) {
      if (boot.boot().equals(id)) {
        return false;
      }
      if (!boot.complete()) {
        return true;
      }
    }
    return false;
  }

  private static void foldUpTo(Draft draft, BootBook boot, long seq) {
    List<Waiting> still = new ArrayList<>();
    for (Waiting readings : boot.waiting()) {
      if (readings.seq() <= seq) {
        fold(draft, boot, readings);
      } else {
        still.add(readings);
      }
    }
    if (still.size() < boot.waiting().size()) {
      draft.put(boot.waitingFor(still, draft.now));
    }
  }

  private static void fold(Draft draft, BootBook boot, Waiting readings) {
    for (Reading reading : readings.readings()) {
      SocketBook socket = draft.socket(reading.socket());
      Sample sample = new Sample(draft.shed(), boot.boot(), readings.seq(), readings.at(), reading);
      SocketFold.Turn turn = SocketFold.next(socket.fold(), sample, draft.rules.fullWatts());
      draft.put(reading.socket(), socket.folded(turn.next()).agreeing(boot.rank(), readings.seq()));
      for (Session row : turn.rows()) {
        draft.add(new Consequence.SessionChanged(row));
      }
    }
    WatchRules.judge(draft, readings);
  }

  private static void revise(Draft draft, BootBook boot, Waiting readings, Reading reading) {
    SocketBook socket = draft.socket(reading.socket());
    Sample sample = new Sample(draft.shed(), boot.boot(), readings.seq(), readings.at(), reading);
    SocketFold.Turn turn = SocketFold.revise(socket.fold(), sample);
    draft.put(reading.socket(), socket.folded(turn.next()));
    for (Session row : turn.rows()) {
      draft.add(new Consequence.SessionChanged(row));
    }
    if (reading.watts() > 0) {
      draft.add(new Consequence.SessionCorrected(reading.socket(), readings.at(), reading.watts()));
    }
  }

  private static void fill(Draft draft, BootBook boot) {
    List<Span> still = new ArrayList<>();
    for (Span gap : boot.awaited()) {
      if (boot.positions().contiguous() >= gap.to()) {
        draft.add(new Consequence.Filled(boot.boot(), gap.from()));
      } else {
        still.add(gap);
      }
    }
    if (still.size() < boot.awaited().size()) {
      draft.put(boot.awaiting(still));
    }
  }
}
