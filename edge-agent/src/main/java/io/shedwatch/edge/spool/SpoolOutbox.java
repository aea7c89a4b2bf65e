package io.shedwatch.edge.spool;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.OpenAlarm;
import io.shedwatch.edge.Outbox;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.LongUnaryOperator;

/**
 * The loop's outbox on the spool. Readings are grouped; alarms and outcomes are committed at once,
 * each with what it changes in the memory.
 */
final class SpoolOutbox implements Outbox {
  private record Subject(AlarmKind kind, OptionalInt socket) {}

  private static final Fact DISK_REFUSES =
      new Fact(OptionalInt.empty(), AlarmKind.OTHER, Double.NaN, Double.NaN, AlarmAction.NONE);

  private final SqliteSpool spool;
  private final OpenAlarms open;
  private final SpoolMemory memory;
  private final LongUnaryOperator toPlace;
  private final Map<Subject, AlarmMerge> merges = new HashMap<>();
  private Optional<AlarmId> diskAlarm;

  /**
   * @param toPlace from the loop's time, which never jumps, to the place's; epoch milliseconds
   */
  SpoolOutbox(SqliteSpool spool, OpenAlarms open, SpoolMemory memory, LongUnaryOperator toPlace) {
    this.spool = spool;
    this.open = open;
    this.memory = memory;
    this.toPlace = toPlace;
    // A disk that refused in an earlier life is judged anew.
    this.diskAlarm =
        open.all().stream()
            .filter(alarm -> subject(alarm.fact()).equals(subject(DISK_REFUSES)))
            .map(OpenAlarm::id)
            .findFirst();
    for (OpenAlarm alarm : open.untold()) {
      merges.put(subject(alarm.fact()), AlarmMerge.overdue(alarm.id(), alarm.fact()));
    }
  }

  @Override
  public void readings(long at, List<Reading> readings) {
    spool.append(
        toPlace.applyAsLong(at), stamp -> new Readings(stamp, readings, List.of(), List.of()));
  }

  @Override
  public AlarmId raise(long at, Fact fact) {
    AlarmId id = raiseAtPlace(toPlace.applyAsLong(at), fact);
    spool.commit();
    return id;
  }

  private AlarmId raiseAtPlace(long at, Fact fact) {
    Subject subject = subject(fact);
    return spool.guarded(
        () -> {
          AlarmMerge before = merges.get(subject);
          if (before != null && !before.isOver(at)) {
            AlarmMerge merge = before.with(fact);
            merges.put(subject, merge);
            AlarmId id = merge.merged().orElseThrow().id();
            open.addUntold(new OpenAlarm(id, at, fact));
            return id;
          }
          AlarmId id = say(at, Optional.empty(), fact, AlarmPhase.RAISED, 1);
          open.add(new OpenAlarm(id, at, fact));
          merges.put(subject, AlarmMerge.sent(at, id));
          return id;
        });
  }

  @Override
  public void clear(long at, List<AlarmId> alarms) {
    clearAtPlace(toPlace.applyAsLong(at), alarms);
    spool.commit();
  }

  private void clearAtPlace(long at, List<AlarmId> alarms) {
    spool.guarded(
        () -> {
          for (AlarmId id : alarms) {
            boolean told = open.isTold(id);
            Optional<OpenAlarm> cleared = open.remove(id);
            if (told && cleared.isPresent()) {
              say(at, Optional.of(id), cleared.get().fact(), AlarmPhase.CLEARED, 1);
            }
          }
          return alarms;
        });
  }

  @Override
  public void outcome(long at, CommandId command, CommandResult result, String reason) {
    spool.guarded(
        () -> {
          memory.end(command);
          return spool.append(
              toPlace.applyAsLong(at), stamp -> new Outcome(stamp, command, result, reason));
        });
    spool.commit();
  }

  @Override
  public List<OpenAlarm> open() {
    return spool.guarded(open::all);
  }

  /** Sends what was merged when its minute is over; for the writer's thread. */
  void sendMerged() {
    long now = spool.clock().millis();
    boolean sent =
        spool.guarded(
            () -> {
              boolean any = false;
              for (Map.Entry<Subject, AlarmMerge> entry : Map.copyOf(merges).entrySet()) {
                if (entry.getValue().isOver(now)) {
                  any |= finish(entry.getKey(), entry.getValue(), now);
                }
              }
              return any;
            });
    if (sent) {
      spool.flush();
    }
  }

  private boolean finish(Subject subject, AlarmMerge merge, long now) {
    if (merge.merged().isEmpty()) {
      merges.remove(subject);
      return false;
    }
    AlarmMerge.Merged merged = merge.merged().get();
    Optional<AlarmId> id = Optional.of(merged.id());
    AlarmId message = say(now, id, merged.worst(), AlarmPhase.RAISED, merged.count());
    if (!open.tell(merged.id())) {
      say(now, id, merged.worst(), AlarmPhase.CLEARED, 1);
    }
    merges.put(subject, AlarmMerge.sent(now, message));
    return true;
  }

  /** Raises or clears the alarm that the disk refuses; for the writer's thread. */
  void tellDisk() {
    long now = spool.clock().millis();
    spool.guarded(
        () -> {
          boolean refuses = spool.inTrouble();
          if (refuses && diskAlarm.isEmpty()) {
            diskAlarm = Optional.of(raiseAtPlace(now, DISK_REFUSES));
          } else if (!refuses && diskAlarm.isPresent()) {
            clearAtPlace(now, List.of(diskAlarm.get()));
            diskAlarm = Optional.empty();
          }
          return refuses;
        });
  }

  /** Appends an alarm message; gives {@code boot-seq} of it. */
  private AlarmId say(long at, Optional<AlarmId> id, Fact fact, AlarmPhase phase, int count) {
    AlarmId[] own = new AlarmId[1];
    spool.append(
        at,
        stamp -> {
          own[0] = new AlarmId(stamp.boot() + "-" + stamp.seq());
          return new Alarm(
              stamp,
              id.orElse(own[0]),
              fact.socket(),
              fact.kind(),
              phase,
              fact.measured(),
              fact.limit(),
              fact.action(),
              count);
        });
    return own[0];
  }

  private static Subject subject(Fact fact) {
    return new Subject(fact.kind(), fact.socket());
  }
}
