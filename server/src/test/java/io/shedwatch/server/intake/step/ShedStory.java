package io.shedwatch.server.intake.step;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Usage;
import io.shedwatch.contract.Will;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tells the step of one shed, of four sockets, what happens; the clock moves as the story says. */
public final class ShedStory {
  public static final long NOON = 1_767_225_600_000L;
  public static final ShedAddress SHED = ShedAddress.of("test", "s01");

  ShedBook book = ShedBook.empty(SHED, 4);
  final List<Consequence> all = new ArrayList<>();
  List<Consequence> newest = List.of();
  Step.Notice notice = Step.Notice.QUIET;
  long now = NOON;
  private long listeningSince = NOON - 3_600_000;

  ShedStory second(long second) {
    now = NOON + second * 1_000;
    return this;
  }

  ShedStory listeningSince(long second) {
    listeningSince = NOON + second * 1_000;
    return this;
  }

  ShedStory heard(Stamped... messages) {
    for (Stamped message : messages) {
      step(new ShedEvent.Heard(message, now));
    }
    return this;
  }

  ShedStory will(String boot, long birth) {
    step(new ShedEvent.WillHeard(new Will(new BootId(boot), birth), now));
    return this;
  }

  ShedStory tick() {
    step(new ShedEvent.Tick(now, listeningSince));
    return this;
  }

  void step(ShedEvent event) {
    Step step = LaneStep.next(book, event, StepRules.DEFAULTS);
    book = step.next();
    newest = step.consequences();
    notice = step.notice();
    all.addAll(step.consequences());
  }

  /** What happened of one kind, as lines. */
  <T extends Consequence> List<T> every(Class<T> kind) {
    return all.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  List<String> lost() {
    return every(Consequence.Lost.class).stream()
        .map(l -> l.boot() + " " + l.seqs().from() + ".." + l.seqs().to() + " " + l.why())
        .toList();
  }

  List<String> alerts() {
    List<String> lines = new ArrayList<>();
    for (Consequence one : all) {
      if (one instanceof Consequence.Raised raised) {
        lines.add("+" + raised.alert().alert().replace("test-s01-", ""));
      } else if (one instanceof Consequence.Cleared cleared) {
        lines.add("-" + cleared.alert().alert().replace("test-s01-", ""));
      }
    }
    return lines;
  }

  long stored(String boot) {
    return book.storedUpTo(new BootId(boot)).orElse(-1L);
  }

  Usage usage(int socket) {
    return book.sockets().get(socket - 1).reading().usage();
  }

  /** The number of sessions that were ever written. */
  long sessions() {
    return every(Consequence.SessionChanged.class).stream()
        .map(changed -> changed.session().session())
        .distinct()
        .count();
  }

  static Stamp stamp(String boot, long seq, long second) {
    return new Stamp(new BootId(boot), seq, NOON + second * 1_000, false);
  }

  /** A birth of boot "b7" has number 7. */
  public static Status birth(String boot, long seq, long second, SeqRange... holds) {
    return status(boot, seq, second, List.of(holds), Optional.empty());
  }

  public static Status birthWithOpen(String boot, long seq, long second, String... open) {
    List<AlarmId> ids = new ArrayList<>();
    for (String id : open) {
      ids.add(new AlarmId(id));
    }
    return status(boot, seq, second, List.of(holds(boot, seq, seq)), Optional.of(ids));
  }

  private static Status status(
      String boot, long seq, long second, List<SeqRange> holds, Optional<List<AlarmId>> open) {
    return new Status(
        stamp(boot, seq, second),
        ShedState.ONLINE,
        OptionalLong.of(Long.parseLong(boot.substring(1))),
        Optional.empty(),
        "1.0.0",
        4,
        OptionalInt.of(0),
        holds,
        open);
  }

  public static SeqRange holds(String boot, long from, long to) {
    return new SeqRange(new BootId(boot), from, to);
  }

  public static Readings charging(String boot, long seq, long second, int... sockets) {
    return readings(boot, seq, second, "charging", sockets);
  }

  public static Readings readings(
      String boot, long seq, long second, String usage, int... sockets) {
    List<Reading> readings = new ArrayList<>();
    for (int socket : sockets) {
      double watts = usage.equals("charging") ? 180 : 0;
      readings.add(
          new Reading(
              socket,
              Usage.ofWord(usage),
              RelayPosition.CLOSED,
              220,
              watts / 220,
              watts,
              1_000 + second / 20.0,
              30));
    }
    return new Readings(stamp(boot, seq, second), readings, List.of(), List.of());
  }

  /** One socket that charges with that power. */
  public static Readings drawing(String boot, long seq, long second, int socket, double watts) {
    double none = Double.NaN;
    Reading reading =
        new Reading(socket, Usage.CHARGING, RelayPosition.CLOSED, none, none, watts, none, none);
    return new Readings(stamp(boot, seq, second), List.of(reading), List.of(), List.of());
  }

  public static Readings backfilled(Readings readings) {
    return new Readings(
        readings.stamp().asBackfill(),
        readings.readings(),
        readings.dropped(),
        readings.rejected());
  }

  public static Status backfilled(Status status) {
    return new Status(
        status.stamp().asBackfill(),
        status.state(),
        status.bootNumber(),
        status.previous(),
        status.agent(),
        status.sockets(),
        status.limits(),
        status.holds(),
        status.open());
  }

  public static Alarm raised(String boot, long seq, long second, int socket, String kind) {
    return alarm(boot, seq, second, boot + "-" + seq, socket, kind, AlarmPhase.RAISED);
  }

  public static Alarm cleared(
      String boot, long seq, long second, String id, int socket, String kind) {
    return alarm(boot, seq, second, id, socket, kind, AlarmPhase.CLEARED);
  }

  private static Alarm alarm(
      String boot, long seq, long second, String id, int socket, String kind, AlarmPhase phase) {
    return new Alarm(
        stamp(boot, seq, second),
        new AlarmId(id),
        socket == 0 ? OptionalInt.empty() : OptionalInt.of(socket),
        AlarmKind.ofWord(kind),
        phase,
        16.2,
        10,
        AlarmAction.RELAY_OPENED);
  }
}
