package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** Devices that say nothing: nobody is told what was not seen, and the silence itself is told. */
final class SilentDevicesTest {
  private final Stage stage = new Stage(3);

  @Test
  void aTripBehindASilentRelayDoesNotClaimThatItOpenedAndTheSilenceIsAnAlarm() {
    stage.pass(5);
    stage.relay(1).silent(true);
    stage.watts[1] = 2_000;
    stage.pass(15);

    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::action, Alarm::socket)
        .containsExactly(
            tuple(AlarmKind.OVERPOWER, AlarmAction.NONE, OptionalInt.of(1)),
            tuple(AlarmKind.RELAY_WELDED, AlarmAction.NONE, OptionalInt.of(1)),
            tuple(AlarmKind.OTHER, AlarmAction.NONE, OptionalInt.of(1)));
  }

  @Test
  void aTripThatWasNotSeenToOpenHoldsLikeAnyOtherAlsoAfterARestart() {
    stage.pass(5);
    stage.relay(1).silent(true);
    stage.watts[1] = 2_000;
    stage.pass(2);
    stage.watts[1] = 0;
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(12);
    assertThat(stage.raised())
        .extracting(Alarm::kind)
        .as("the trip is known, the silence is new")
        .containsExactly(AlarmKind.OVERPOWER, AlarmKind.OTHER);

    stage.relay(1).silent(false);
    stage.pass(12);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.reading(1).usage()).isEqualTo(Usage.TRIPPED);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.OTHER);

    stage.order("c1", 1, CommandAction.RESET_TRIP);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(stage.spool.open()).isEmpty();
  }

  @Test
  void wholeShedCutsClaimNothingWhileOneRelayOfThemIsUnseen() {
    stage.pass(5);
    stage.relay(2).silent(true);
    stage.shedContacts = Contacts.NONE.withSmoke(Contact.ON);
    stage.pass(1);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::action)
        .containsExactly(tuple(AlarmKind.SMOKE, AlarmAction.NONE));
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
  }

  @Test
  void aRelayThatIsSilentWhileNothingHasToOpenIsAnAlarmAfterAMinuteAndOverWhenItAnswers() {
    stage.pass(5);
    stage.relay(3).silent(true);
    stage.pass(60);
    assertThat(stage.raised()).isEmpty();
    stage.pass(2);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::socket)
        .containsExactly(tuple(AlarmKind.OTHER, OptionalInt.of(3)));
    assertThat(stage.reading(3).usage()).isEqualTo(Usage.FAULTED);
    stage.pass(300);
    assertThat(stage.raised()).as("told once").hasSize(1);

    stage.relay(3).silent(false);
    stage.pass(12);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.OTHER);
    assertThat(stage.reading(3).usage()).isEqualTo(Usage.FREE);
  }

  @Test
  void aSmokeDetectorThatIsNotHeardIsAnAlarmOfTheShedAndNoRelayMoves() {
    stage.shedContacts = Contacts.NONE.withSmoke(Contact.OFF);
    stage.pass(5);
    stage.shedContacts = Contacts.NONE.withSmoke(Contact.SILENT);
    stage.pass(10);
    assertThat(stage.raised()).isEmpty();
    stage.pass(1);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::action, Alarm::socket)
        .containsExactly(tuple(AlarmKind.METER_LOST, AlarmAction.NONE, OptionalInt.empty()));
    assertThat(stage.relays).allMatch(relay -> relay.position() == RelayPosition.CLOSED);

    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(30);
    assertThat(stage.raised()).as("not raised twice").hasSize(1);
    stage.shedContacts = Contacts.NONE.withSmoke(Contact.OFF);
    stage.pass(62);
    assertThat(stage.cleared()).extracting(Alarm::kind).containsExactly(AlarmKind.METER_LOST);
  }

  @Test
  void aResidualCurrentContactOfASocketThatIsNotHeardIsToldForTheShed() {
    stage.contacts[2] = residual(Contact.OFF);
    stage.pass(5);
    stage.contacts[2] = residual(Contact.SILENT);
    stage.pass(12);
    assertThat(stage.raised())
        .extracting(Alarm::kind, Alarm::socket)
        .containsExactly(tuple(AlarmKind.METER_LOST, OptionalInt.empty()));
  }

  @Test
  void contactsThatAreNotWiredAreNotMissed() {
    stage.pass(120);
    assertThat(stage.raised()).isEmpty();
  }

  private static Contacts residual(Contact state) {
    return new Contacts(Contact.UNKNOWN, state, Contact.UNKNOWN, Contact.UNKNOWN, Contact.UNKNOWN);
  }
}
