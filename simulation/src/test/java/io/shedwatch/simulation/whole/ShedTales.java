package io.shedwatch.simulation.whole;

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
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * What the agents of some sheds say, drawn from one number: births, charges, alarms that are raised
 * and cleared, restarts after which everything is still held; and on its way to the broker repeated
 * and overtaken.
 */
final class ShedTales {
  static final int SOCKETS = 4;

  /** How far a message may be overtaken, in messages. */
  private static final int OVERTAKEN_BY = 5;

  private static final long STEP_MILLIS = 200;
  private static final AlarmKind[] KINDS = {
    AlarmKind.OVERCURRENT, AlarmKind.UNDERVOLTAGE, AlarmKind.METER_LOST
  };

  private final Random random;
  private final ShedAddress shed;
  private final List<Said> said = new ArrayList<>();
  private final Usage[] usage = new Usage[SOCKETS + 1];
  private final double[] wattHours = new double[SOCKETS + 1];
  private final Map<Integer, Alarm> open = new LinkedHashMap<>();
  private final List<SeqRange> earlier = new ArrayList<>();
  private long bootNumber = 1;
  private long seq;
  private long at;

  /** A message as it is handed to the broker; {@code again} when it was handed over before. */
  record Said(ShedAddress shed, Stamped message, boolean again) {}

  private ShedTales(Random random, ShedAddress shed, long from) {
    this.random = random;
    this.shed = shed;
    this.at = from;
  }

  /**
   * In the order of handing over.
   *
   * @param from time of the first message, epoch milliseconds
   * @param each how many messages each shed has to tell, repetitions not counted
   */
  static List<Said> of(long seed, List<ShedAddress> sheds, long from, int each) {
    Random random = new Random(seed);
    List<List<Said>> tales = new ArrayList<>();
    for (ShedAddress shed : sheds) {
      tales.add(disordered(random, new ShedTales(random, shed, from).tell(each)));
    }
    List<Said> all = new ArrayList<>();
    for (int i = 0; tales.stream().anyMatch(tale -> !tale.isEmpty()); i++) {
      List<Said> tale = tales.get(i % tales.size());
      for (int run = 1 + random.nextInt(4); run > 0 && !tale.isEmpty(); run--) {
        all.add(tale.remove(0));
      }
    }
    return all;
  }

  /** The first message stays the first: before its birth nobody hears a shed. */
  private static List<Said> disordered(Random random, List<Said> tale) {
    List<Said> way = new ArrayList<>(tale);
    for (int i = 1; i + OVERTAKEN_BY < way.size(); i++) {
      if (random.nextInt(6) == 0) {
        Collections.swap(way, i, i + 1 + random.nextInt(OVERTAKEN_BY));
      }
    }
    for (int i = 1; i < way.size(); i++) {
      if (random.nextInt(8) == 0) {
        Said repeated = way.get(random.nextInt(i));
        way.add(i, new Said(repeated.shed(), repeated.message(), true));
      }
    }
    return way;
  }

  private List<Said> tell(int messages) {
    java.util.Arrays.fill(usage, Usage.FREE);
    birth();
    while (said.size() < messages) {
      at += STEP_MILLIS;
      int what = random.nextInt(100);
      int socket = 1 + random.nextInt(SOCKETS);
      if (what < 84) {
        readings(socket);
      } else if (what < 98) {
        alarm(socket);
      } else if (said.size() < messages - OVERTAKEN_BY) {
        earlier.add(new SeqRange(boot(), 1, seq));
        bootNumber++;
        seq = 0;
        birth();
      }
    }
    return said;
  }

  private void readings(int socket) {
    List<Reading> readings = new ArrayList<>();
    readings.add(reading(socket));
    if (random.nextBoolean()) {
      readings.add(reading(1 + socket % SOCKETS));
    }
    add(new Readings(stamp(), readings, List.of(), List.of()));
  }

  private Reading reading(int socket) {
    if (random.nextInt(5) == 0) {
      usage[socket] =
          switch (usage[socket]) {
            case FREE -> Usage.CHARGING;
            case CHARGING -> random.nextBoolean() ? Usage.FINISHED : Usage.FREE;
            default -> Usage.FREE;
          };
    }
    boolean charging = usage[socket] == Usage.CHARGING;
    double watts = charging ? 100 + random.nextInt(200) : 0;
    wattHours[socket] += charging ? 1 + random.nextInt(5) : 0;
    return new Reading(
        socket,
        usage[socket],
        RelayPosition.CLOSED,
        220 + random.nextInt(30) / 10.0,
        watts / 200,
        watts,
        wattHours[socket],
        Double.NaN);
  }

  private void alarm(int socket) {
    Stamp stamp = stamp();
    Alarm raised = open.remove(socket);
    if (raised != null) {
      add(alarm(stamp, raised.alarm(), socket, raised.kind(), AlarmPhase.CLEARED));
      return;
    }
    AlarmId id = new AlarmId(stamp.boot() + "-" + stamp.seq());
    AlarmKind kind = KINDS[random.nextInt(KINDS.length)];
    Alarm alarm = alarm(stamp, id, socket, kind, AlarmPhase.RAISED);
    open.put(socket, alarm);
    add(alarm);
  }

  private static Alarm alarm(
      Stamp stamp, AlarmId id, int socket, AlarmKind kind, AlarmPhase phase) {
    AlarmAction action =
        kind == AlarmKind.OVERCURRENT && phase == AlarmPhase.RAISED
            ? AlarmAction.RELAY_OPENED
            : AlarmAction.NONE;
    return new Alarm(stamp, id, OptionalInt.of(socket), kind, phase, 16.5, 5.5, action);
  }

  private void birth() {
    Stamp stamp = stamp();
    List<SeqRange> holds = new ArrayList<>(earlier);
    holds.add(new SeqRange(boot(), 1, seq));
    Optional<BootId> previous =
        earlier.isEmpty() ? Optional.empty() : Optional.of(earlier.get(earlier.size() - 1).boot());
    add(
        new Status(
            stamp,
            ShedState.ONLINE,
            OptionalLong.of(bootNumber),
            previous,
            "1.0.0",
            SOCKETS,
            OptionalInt.empty(),
            holds,
            Optional.of(open.values().stream().map(Alarm::alarm).toList())));
  }

  private void add(Stamped message) {
    said.add(new Said(shed, message, false));
  }

  private BootId boot() {
    return new BootId(shed.shed() + "boot" + bootNumber);
  }

  private Stamp stamp() {
    seq++;
    return new Stamp(boot(), seq, at, false);
  }
}
