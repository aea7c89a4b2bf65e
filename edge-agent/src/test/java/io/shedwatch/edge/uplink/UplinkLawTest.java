package io.shedwatch.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Will;
import io.shedwatch.edge.Fact;
import io.shedwatch.edge.spool.SimulatedDisk;
import io.shedwatch.edge.uplink.Dialer.Parcel;
import io.shedwatch.edge.uplink.ShedUplink.LineEvent;
import io.shedwatch.edge.uplink.SimulatedNetwork.Weather;
import io.shedwatch.testkit.Seeds;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * The whole way from the outbox to the server's book, over networks that refuse, lose, delay,
 * repeat and reorder, servers that go deaf or are restored, agents that are killed.
 */
final class UplinkLawTest {
  private record Place(BootId boot, long seq) {}

  private static final class Life implements SimulatedNetwork.OtherEnd {
    private final Random random;
    private final SimulatedDisk disk;
    private final SimulatedNetwork network;
    private final Codec codec = new Codec();
    private final Deque<LineEvent> events = new ArrayDeque<>();
    private final RecordingInbox inbox = new RecordingInbox();
    private final Set<Place> said = new HashSet<>();
    private final Set<Place> raised = new HashSet<>();
    private final Map<BootId, Long> promised = new HashMap<>();
    private final List<Will> wills = new ArrayList<>();
    private ReceiverBook book = new ReceiverBook();
    private boolean deaf;
    private boolean killed;
    private boolean restored;
    private int socket;
    private int linesChecked;
    private ShedUplink uplink;

    Life(long seed) {
      this.random = new Random(seed);
      this.disk = new SimulatedDisk(seed, 50_000_000, 1_000_000);
      this.network = new SimulatedNetwork(random, this);
      start();
    }

    private void start() {
      events.clear();
      uplink =
          new ShedUplink(
              new ShedUplink.Parts(
                  SimulatedDisk.ADDRESS,
                  disk.spool().backlog(),
                  inbox,
                  network,
                  random,
                  30_000,
                  events::add),
              now());
      disk.spool().onAppend(() -> {});
    }

    private Now now() {
      return new Now(disk.monotonicMillis.get(), disk.placeMillis.get());
    }

    @Override
    public void arrived(Parcel parcel) {
      if (deaf) {
        return;
      }
      Stamped message = decode(parcel);
      book.take(message);
      receipt(message.boot());
    }

    private void receipt(BootId boot) {
      long seq = book.contiguous(boot);
      if (seq > 0) {
        promised.merge(boot, seq, Math::max);
        String topic = new Topic(SimulatedDisk.ADDRESS, Channel.STORED).name();
        byte[] body = codec.encode(new Stored(boot, seq, disk.placeMillis.get()));
        network.newest().deliver(topic, body, false);
      }
    }

    @Override
    public void lost(byte[] will) {
      String topic = new Topic(SimulatedDisk.ADDRESS, Channel.STATUS).name();
      wills.add((Will) ((Decoded.Good) codec.decode(topic, will)).message());
    }

    private Stamped decode(Parcel parcel) {
      String topic = new Topic(SimulatedDisk.ADDRESS, parcel.channel()).name();
      return (Stamped) ((Decoded.Good) codec.decode(topic, parcel.body())).message();
    }

    private void act() {
      int dice = random.nextInt(1_000);
      if (dice < 700) {
        disk.spool().outbox().readings(disk.placeMillis.get(), List.of());
      } else if (dice < 760) {
        raise();
      } else if (dice < 780) {
        network.weather = weather();
      } else if (dice < 790) {
        deaf = !deaf;
      } else if (dice < 793) {
        killed = true;
        disk.killAndRestart();
        start();
      } else if (dice < 794) {
        restored = true;
        book = new ReceiverBook(); // Yesterday's backup: empty.
      } else if (dice < 797) {
        disk.placeMillis.addAndGet(-10_000);
        disk.spool().beginBoot();
        uplink.renew(now());
      } else if (dice < 800 && !network.lines.isEmpty()) {
        // The broker's kept copy of a receipt from a time that never was.
        String topic = new Topic(SimulatedDisk.ADDRESS, Channel.STORED).name();
        byte[] body = codec.encode(new Stored(disk.spool().backlog().boot(), 1, 0));
        network.newest().deliver(topic, body, true);
      }
    }

    private void raise() {
      socket++;
      disk.spool()
          .outbox()
          .raise(
              disk.placeMillis.get(),
              new Fact(OptionalInt.of(socket), AlarmKind.SMOKE, 1, 1, AlarmAction.RELAY_OPENED));
    }

    private Weather weather() {
      return switch (random.nextInt(4)) {
        case 0 -> Weather.FINE;
        case 1 -> new Weather(1, 0, 0, 1, 10); // No network at all.
        case 2 -> new Weather(0.3, 0.1, 0.1, 0.01, 5_000);
        default -> new Weather(0.1, 0.02, 0.02, 0.002, 500);
      };
    }

    private void pass(long millis) {
      disk.pass(millis);
      network.passTo(disk.monotonicMillis.get());
      while (!events.isEmpty()) {
        uplink.handle(events.remove(), now());
      }
      uplink.more(now());
      uplink.tick(now());
      watch();
    }

    /** Notes what is held and checks what was published since the last look. */
    private void watch() {
      if (!killed) {
        Set<Place> gone = new HashSet<>(said);
        disk.held().forEach(held -> gone.remove(new Place(held.boot(), held.seq())));
        assertThat(gone)
            .as("only what a receipt covers leaves the spool")
            .allMatch(place -> promised.getOrDefault(place.boot(), 0L) >= place.seq());
      }
      for (Held held : disk.held()) {
        said.add(new Place(held.boot(), held.seq()));
        if (held.channel() == Channel.ALARMS) {
          raised.add(new Place(held.boot(), held.seq()));
        }
      }
      for (; linesChecked < network.lines.size() - 1; linesChecked++) {
        check(network.lines.get(linesChecked));
      }
    }

    private void check(SimulatedNetwork.SimulatedLine line) {
      if (line.published.isEmpty()) {
        return;
      }
      String topic = new Topic(SimulatedDisk.ADDRESS, Channel.STATUS).name();
      Will will = (Will) ((Decoded.Good) codec.decode(topic, line.will)).message();
      Parcel first = line.published.get(0);
      assertThat(decode(first)).as("a birth comes first").isInstanceOf(Status.class);
      assertThat(decode(first).boot()).isEqualTo(will.boot());
      assertThat(decode(first).seq()).as("the will names it").isEqualTo(will.birth());
      assertThat(first.retained()).isTrue();
      assertThat(line.published.stream().skip(1)).allMatch(parcel -> !parcel.retained());
    }

    /** Everything that is on its way arrives. */
    private void settle() {
      network.weather = Weather.FINE;
      deaf = false;
      for (int i = 0; i < 3_000 && !disk.held().isEmpty(); i++) {
        pass(1_000);
        if (i % 300 == 299) {
          disk.spool().outbox().readings(disk.placeMillis.get(), List.of()); // The heartbeat.
        }
      }
      assertThat(disk.held()).as("everything is delivered in the end").isEmpty();
    }
  }

  @Seeds(100)
  void whatIsHeldIsDeliveredAndNothingGoesThatIsNotStored(long seed) {
    Life life = new Life(seed);
    for (int step = 0; step < 400; step++) {
      life.act();
      life.pass(life.random.nextInt(10) == 0 ? 20_000 : 500);
    }
    life.settle();

    Map<BootId, ReceiverBook.Boot> boots = life.book.boots();
    if (!life.restored) {
      for (Place place : life.raised) {
        assertThat(life.book.boot(place.boot()).messages)
            .as("no alarm is lost, whatever happens")
            .containsKey(place.seq());
        assertThat(life.book.boot(place.boot()).messages.get(place.seq()))
            .isInstanceOf(Alarm.class);
      }
      if (!life.killed) {
        for (Place place : life.said) {
          assertThat(life.book.boot(place.boot()).messages).containsKey(place.seq());
        }
        boots.values().forEach(boot -> assertThat(boot.lost).isEmpty());
      }
    }
    life.disk.close();
  }
}
