package io.shedwatch.server.session;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import java.util.List;
import java.util.Optional;

/** What the fold of one socket knows: the newest sample and the session under way, if any. */
public record SocketFold(LastSample last, Optional<UnderWay> underWay) {
  public static final SocketFold EMPTY = new SocketFold(LastSample.NONE, Optional.empty());

  /** A session under way is written at least this often, by the time of its samples. */
  private static final long ROW_EVERY_MILLIS = 60_000;

  /** Energy counted by a meter before the start belongs to the session if it is no older. */
  private static final long BEFORE_START_MILLIS = 10 * 60_000L;

  /** What one sample leads to: rows to write, each the newest of its session. */
  public record Turn(SocketFold next, List<Session> rows) {}

  /**
   * One sample further.
   *
   * @param fullWatts below this a charge is finished, W
   */
  public static Turn next(SocketFold before, Sample sample, double fullWatts) {
    LastSample last = before.last.then(sample);
    if (before.underWay.isEmpty()) {
      return starts(before.last, sample)
          ? start(before.last, last, sample, fullWatts)
          : new Turn(new SocketFold(last, Optional.empty()), List.of());
    }
    UnderWay underWay = before.underWay.get();
    double energy = before.last.energyUntil(sample);
    Session session = underWay.session().measured(energy, sample.reading().watts());
    long lowSince = lowSince(underWay.lowSince(), sample, fullWatts);
    Session changed = follow(session, before.last, sample, lowSince);
    boolean write = differs(session, changed) || sample.at() - underWay.rowAt() >= ROW_EVERY_MILLIS;
    UnderWay next =
        new UnderWay(changed, underWay.freeAt(), lowSince, write ? sample.at() : underWay.rowAt());
    Optional<UnderWay> still = changed.endedAt() == 0 ? Optional.of(next) : Optional.empty();
    return new Turn(new SocketFold(last, still), write ? List.of(changed) : List.of());
  }

  /** A sample that came after its place in the order was given up: it can only correct. */
  public static Turn revise(SocketFold before, Sample late) {
    if (before.underWay.isEmpty()) {
      return new Turn(before, List.of());
    }
    UnderWay underWay = before.underWay.get();
    Session session = underWay.session();
    Session revised = session;
    boolean during = late.at() >= session.startedAt();
    boolean startedBefore =
        late.reading().usage() == Usage.CHARGING
            && underWay.freeAt() > 0
            && late.at() > underWay.freeAt()
            && !during;
    if (startedBefore) {
      revised = revised.startedEarlier(late.at());
    }
    if (during || startedBefore) {
      revised = revised.measured(0, late.reading().watts());
    }
    if (revised.equals(session)) {
      return new Turn(before, List.of());
    }
    UnderWay next = new UnderWay(revised, underWay.freeAt(), underWay.lowSince(), underWay.rowAt());
    return new Turn(new SocketFold(before.last, Optional.of(next)), List.of(revised));
  }

  private static boolean starts(LastSample last, Sample sample) {
    return switch (sample.reading().usage()) {
      case CHARGING -> true;
      // A full bike was plugged in. After a trip or a switch-off it is the old bike: no session.
      case FINISHED -> last.at() == 0 || last.usage() == Usage.FREE;
      case FREE, TRIPPED, FAULTED, DISABLED, UNKNOWN -> false;
    };
  }

  private static Turn start(LastSample before, LastSample last, Sample sample, double fullWatts) {
    boolean freeBefore = before.usage() == Usage.FREE;
    boolean near = sample.at() - before.at() <= BEFORE_START_MILLIS;
    double energy = freeBefore && near ? before.energyUntil(sample) : 0;
    Session session = Session.started(sample, energy);
    if (sample.reading().usage() == Usage.FINISHED) {
      session = session.finished(sample.at());
    }
    UnderWay underWay =
        new UnderWay(
            session, freeBefore ? before.at() : 0, lowSince(0, sample, fullWatts), sample.at());
    return new Turn(new SocketFold(last, Optional.of(underWay)), List.of(session));
  }

  private static Session follow(Session session, LastSample last, Sample sample, long lowSince) {
    return switch (sample.reading().usage()) {
      case UNKNOWN -> session;
      case CHARGING ->
          last.usage() == Usage.CHARGING ? session : session.finished(0).stopped(Optional.empty());
      case FINISHED -> finish(session, sample, lowSince);
      case FREE -> session.ended(sample.at(), StopReason.UNPLUGGED);
      case TRIPPED -> session.ended(sample.at(), StopReason.TRIPPED);
      case DISABLED -> session.ended(sample.at(), StopReason.COMMANDED);
      case FAULTED -> session.ended(sample.at(), StopReason.FAULT);
    };
  }

  private static Session finish(Session session, Sample sample, long lowSince) {
    boolean cut = sample.reading().relay() == RelayPosition.OPEN;
    if (session.stopReason().isPresent()) {
      return session; // Cut before: what follows are probes, which change nothing.
    }
    if (session.finishedAt() == 0 && cut) {
      return session.stopped(Optional.of(StopReason.TIME_CUT)); // Cut while it was charging.
    }
    if (session.finishedAt() == 0) {
      return session.finished(lowSince == 0 ? sample.at() : Math.min(sample.at(), lowSince));
    }
    return cut ? session.stopped(Optional.of(StopReason.FULL_CUT)) : session;
  }

  private static long lowSince(long before, Sample sample, double fullWatts) {
    Reading reading = sample.reading();
    if (Double.isNaN(reading.watts())) {
      return before;
    }
    if (reading.watts() >= fullWatts) {
      return 0;
    }
    return before == 0 ? sample.at() : Math.min(before, sample.at());
  }

  private static boolean differs(Session before, Session after) {
    return before.finishedAt() != after.finishedAt()
        || before.endedAt() != after.endedAt()
        || !before.stopReason().equals(after.stopReason());
  }
}
