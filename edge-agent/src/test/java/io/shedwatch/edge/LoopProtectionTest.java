package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Meter;
import io.shedwatch.edge.meter.Relay;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.meter.WiredSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Protection as the loop carries it out: relays first, then what is stored and told. */
final class LoopProtectionTest {
  private final Stage stage = new Stage(3);
  private final AtomicInteger now = new AtomicInteger();

  @Test
  void aTripOpensTheRelayAndIsToldWithTheRedSocketInTheSameSecond() {
    stage.pass(5);
    stage.watts[2] = 2_000;
    stage.pass(2);

    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::action, Alarm::socket)
        .containsExactly(tuple(AlarmKind.OVERPOWER, AlarmAction.RELAY_OPENED, OptionalInt.of(2)));
    assertThat(stage.reading(2).usage()).isEqualTo(Usage.TRIPPED);
    assertThat(stage.reading(2).relay()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.FREE);
  }

  @Test
  void everyRelayOpensBeforeAnythingIsStored() {
    List<String> order = new ArrayList<>();
    Outbox outbox = noting(new InMemorySpool("boot1"), order);
    List<WiredSocket> sockets = List.of(kettle(1, order), kettle(2, order));
    ManualClock clock = new ManualClock(Stage.NOON);
    AgentLoop loop =
        new AgentLoop(
            new ShedParts(
                "s01", sockets, () -> Contacts.NONE, Limits.DEFAULTS, ShedParts.Start.AGENT_ONLY),
            new AgentLoop.Ports(outbox, new InMemorySpool("boot1"), clock),
            ScaledTime.REAL,
            new Bell());
    for (int second = 0; second < 2; second++) {
      clock.pass(1_000);
      now.set((int) (clock.millis() - Stage.NOON));
      order.clear();
      loop.step();
    }

    assertThat(order).startsWith("open 1", "open 2", "raise", "raise").contains("readings");
  }

  private WiredSocket kettle(int socket, List<String> order) {
    Meter meter = () -> Sample.ofWatts(Stage.NOON + now.get(), 2_000);
    Relay relay =
        new Relay() {
          @Override
          public void open() {
            order.add("open " + socket);
          }

          @Override
          public void close() {
            order.add("close " + socket);
          }

          @Override
          public RelayPosition position() {
            return RelayPosition.CLOSED;
          }
        };
    return new WiredSocket(socket, meter, relay);
  }

  private static Outbox noting(Outbox outbox, List<String> order) {
    return new Outbox() {
      @Override
      public void readings(long at, List<Reading> readings) {
        order.add("readings");
        outbox.readings(at, readings);
      }

      @Override
      public AlarmId raise(long at, Fact fact) {
        order.add("raise");
        return outbox.raise(at, fact);
      }

      @Override
      public void clear(long at, List<AlarmId> alarms) {
        outbox.clear(at, alarms);
      }

      @Override
      public void outcome(long at, CommandId command, CommandResult result, String reason) {
        outbox.outcome(at, command, result, reason);
      }

      @Override
      public List<OpenAlarm> open() {
        return outbox.open();
      }
    };
  }

  @Test
  void anOverloadedShedOpensTheNewestChargesAndEachCanBeReset() {
    stage.initial = new Limits(0, 0, 100, 1, 20_000, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.watts[1] = 3_000;
    stage.pass(10);
    stage.watts[2] = 2_500;
    stage.pass(10);
    stage.watts[3] = 2_500;
    stage.pass(60);

    assertThat(stage.raised()).extracting(Alarm::kind).containsExactly(AlarmKind.SHED_OVERLOAD);
    assertThat(stage.raised().get(0).socket()).isEmpty();
    assertThat(stage.relay(3).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(stage.reading(3).usage()).isEqualTo(Usage.TRIPPED);

    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(5);
    assertThat(stage.reading(3).usage()).as("after a restart").isEqualTo(Usage.TRIPPED);

    stage.watts[1] = 0;
    stage.order("c1", 3, CommandAction.RESET_TRIP);
    assertThat(stage.relay(3).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.SHED_OVERLOAD);
  }

  @Test
  void smokeOfTheShedOpensEverythingAndOnlyTheButtonThereEndsIt() {
    stage.shedContacts = contacts(Contact.OFF, Contact.OFF);
    stage.pass(5);
    stage.shedContacts = contacts(Contact.ON, Contact.OFF);
    stage.pass(1);
    assertThat(stage.relays).allMatch(relay -> relay.position() == RelayPosition.OPEN);
    assertThat(stage.raised()).hasSize(1);

    assertThat(stage.order("c1", 1, CommandAction.RESET_TRIP).reason())
        .isEqualTo("only at the shed: smoke");
    assertThat(stage.order("c2", 1, CommandAction.CLOSE_RELAY).reason())
        .isEqualTo("tripped by smoke: reset it first");

    press(Contact.ON);
    assertThat(stage.relays).allMatch(relay -> relay.position() == RelayPosition.OPEN);
    press(Contact.OFF);
    assertThat(stage.relays).allMatch(relay -> relay.position() == RelayPosition.CLOSED);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.SMOKE);
    assertThat(stage.spool.open()).isEmpty();
  }

  private void press(Contact smoke) {
    stage.shedContacts = contacts(smoke, Contact.ON);
    stage.pass(1);
    stage.shedContacts = contacts(smoke, Contact.OFF);
    stage.pass(1);
  }

  private static Contacts contacts(Contact smoke, Contact reset) {
    return new Contacts(smoke, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN, reset);
  }

  @Test
  void aWeldedRelayIsToldAndAFaultUntilSomebodyWasThere() {
    stage.watts[1] = 100;
    stage.pass(5);
    stage.relay(1).weld();
    stage.order("c1", 1, CommandAction.OPEN_RELAY);
    stage.pass(10);

    assertThat(stage.raised()).extracting(Alarm::kind).containsExactly(AlarmKind.RELAY_WELDED);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.FAULTED);
    stage.loop().resetAtTheShed(OptionalInt.of(1));
    stage.pass(5);
    assertThat(stage.cleared()).as("it persists").isEmpty();

    stage.watts[1] = 0;
    stage.pass(5);
    stage.loop().resetAtTheShed(OptionalInt.of(1));
    stage.pass(5);
    assertThat(stage.cleared()).hasSize(1);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.DISABLED);
  }

  @Test
  void aRelayThatDoesNotHearIsOrderedAgainUntilItOpens() {
    stage.pass(5);
    stage.watts[1] = 2_000;
    stage.relay(1).silent(true);
    stage.pass(5);
    assertThat(stage.reading(1).usage()).isIn(Usage.TRIPPED, Usage.FAULTED);
    stage.relay(1).silent(false);
    stage.pass(2);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
  }
}
