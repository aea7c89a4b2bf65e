package io.shedwatch.server.intake;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Outcome;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Random;

/**
 * What an honest agent of one shed says in some minutes: charging, alarms that it raises once and
 * clears, orders that it answers, and restarts after which it still holds everything.
 */
final class RandomShed {
  static final long NOON = 1_767_225_600_000L;
  private static final int SOCKETS = 4;
  private static final Usage[] NEXT = {Usage.FREE, Usage.CHARGING, Usage.FINISHED};

  private final Random random;
  private final String name;
  private final List<Stamped> said = new ArrayList<>();
  private final Map<Integer, String> open = new LinkedHashMap<>();
  private final List<SeqRange> earlier = new ArrayList<>();
  private final Usage[] usage = new Usage[SOCKETS + 1];
  private final double[] counter = new double[SOCKETS + 1];
  private int bootNumber = 1;
  private long seq;
  private long at = NOON;

  private RandomShed(Random random, String name) {
    this.random = random;
    this.name = name;
  }

  static ShedAddress address(String name) {
    return ShedAddress.of("test", name);
  }

  /** Its messages in their order. */
  static List<Stamped> says(Random random, String name, int messages) {
    RandomShed shed = new RandomShed(random, name);
    for (int socket = 1; socket <= SOCKETS; socket++) {
      shed.usage[socket] = Usage.FREE;
    }
    shed.birth();
    while (shed.said.size() < messages) {
      shed.at += 1_000;
      shed.sayOne();
    }
    return shed.said;
  }

  private void sayOne() {
    int what = random.nextInt(100);
    int socket = 1 + random.nextInt(SOCKETS);
    if (what < 80) {
      readings(socket);
    } else if (what < 90 && !open.containsKey(socket)) {
      String kind = random.nextBoolean() ? "overcurrent" : "undervoltage";
      Stamp stamp = stamp();
      open.put(socket, stamp.boot() + "-" + stamp.seq() + "/" + kind);
      alarm(stamp, socket, AlarmPhase.RAISED);
    } else if (what < 97 && open.containsKey(socket)) {
      alarm(stamp(), socket, AlarmPhase.CLEARED);
      open.remove(socket);
    } else if (what == 98) {
      said.add(new Outcome(stamp(), new CommandId(name + "-c"), CommandResult.DONE, ""));
    } else if (what == 99) {
      earlier.add(new SeqRange(boot(), 1, seq));
      bootNumber++;
      seq = 0;
      birth();
    }
  }

  private void readings(int socket) {
    if (random.nextInt(5) == 0) {
      usage[socket] = NEXT[random.nextInt(NEXT.length)];
    }
    boolean charging = usage[socket] == Usage.CHARGING;
    double watts = charging ? 100 + random.nextInt(200) : 0;
    counter[socket] += charging ? random.nextInt(20) : 0;
    Reading reading =
        new Reading(
            socket,
            usage[socket],
            RelayPosition.CLOSED,
            220,
            watts / 220,
            watts,
            counter[socket],
            Double.NaN);
    said.add(new Readings(stamp(), List.of(reading), List.of(), List.of()));
  }

  private void alarm(Stamp stamp, int socket, AlarmPhase phase) {
    String[] id = open.getOrDefault(socket, "/").split("/", -1);
    said.add(
        new Alarm(
            stamp,
            new AlarmId(id[0]),
            OptionalInt.of(socket),
            AlarmKind.ofWord(id[1]),
            phase,
            16,
            10,
            phase == AlarmPhase.RAISED ? AlarmAction.RELAY_OPENED : AlarmAction.NONE));
  }

  private void birth() {
    Stamp stamp = stamp();
    List<SeqRange> holds = new ArrayList<>(earlier);
    holds.add(new SeqRange(boot(), 1, 1));
    List<AlarmId> ids = open.values().stream().map(v -> new AlarmId(v.split("/", -1)[0])).toList();
    said.add(
        new Status(
            stamp,
            ShedState.ONLINE,
            OptionalLong.of(bootNumber),
            Optional.empty(),
            "1.0.0",
            SOCKETS,
            OptionalInt.empty(),
            holds,
            Optional.of(ids)));
  }

  private BootId boot() {
    return new BootId(name + "boot" + bootNumber);
  }

  private Stamp stamp() {
    seq++;
    return new Stamp(boot(), seq, at, false);
  }
}
