package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandId;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Usage;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/**
 * What the loop relies on in its {@link Outbox} and {@link Memory}; for the twin and for SQLite.
 */
public abstract class SpoolContract {
  private static final long NOON = 1_767_225_600_000L;
  private static final Fact SMOKE =
      new Fact(
          OptionalInt.empty(), AlarmKind.SMOKE, Double.NaN, Double.NaN, AlarmAction.RELAY_OPENED);

  /** The outbox of the present boot, whose id is {@link #boot()}. */
  protected abstract Outbox outbox();

  /** The memory beside it. */
  protected abstract Memory memory();

  /** Id of the present boot. */
  protected abstract String boot();

  /**
   * Ends this boot as a kill would, with nothing flushed or closed by the caller, and starts the
   * next one on the same disk.
   */
  protected abstract void restart();

  /** All messages held, of all boots, in the order of their seq, oldest boot first. */
  protected abstract List<Stamped> held();

  /** Waits until readings that are grouped are among {@link #held()}. */
  protected abstract void flush();

  @Test
  void aRaisedAlarmIsOpenUnderTheIdOfItsMessage() {
    AlarmId id = outbox().raise(NOON, overcurrent(3));

    assertThat(id).isEqualTo(new AlarmId(boot() + "-1"));
    assertThat(outbox().open()).containsExactly(new OpenAlarm(id, NOON, overcurrent(3)));
    Alarm message = (Alarm) held().get(0);
    assertThat(message.stamp().seq()).isEqualTo(1);
    assertThat(message.alarm()).isEqualTo(id);
    assertThat(message.phase()).isEqualTo(AlarmPhase.RAISED);
    assertThat(message.measured()).isEqualTo(16.2);
    assertThat(message.action()).isEqualTo(AlarmAction.RELAY_OPENED);
  }

  @Test
  void openAlarmsSurviveARestartOldestFirst() {
    AlarmId first = outbox().raise(NOON, overcurrent(3));
    AlarmId second = outbox().raise(NOON + 1, SMOKE);

    restart();

    assertThat(outbox().open())
        .containsExactly(
            new OpenAlarm(first, NOON, overcurrent(3)), new OpenAlarm(second, NOON + 1, SMOKE));
  }

  @Test
  void aCutThatWasNotSeenIsToldAsNoneAndHoldsOverARestart() {
    Fact unseen = new Fact(OptionalInt.of(3), AlarmKind.OTHER, 16, 10, AlarmAction.NONE, true);
    outbox().raise(NOON, unseen);
    assertThat(((Alarm) held().get(0)).action()).isEqualTo(AlarmAction.NONE);
    restart();
    assertThat(outbox().open()).extracting(OpenAlarm::fact).containsExactly(unseen);
  }

  @Test
  void aClearedAlarmIsNotOpenAndRepeatsItsId() {
    AlarmId first = outbox().raise(NOON, overcurrent(3));
    AlarmId second = outbox().raise(NOON, overcurrent(4));

    restart();
    outbox().clear(NOON + 5_000, List.of(first, new AlarmId("never-raised")));
    restart();

    assertThat(outbox().open()).extracting(OpenAlarm::id).containsExactly(second);
    Alarm clear = (Alarm) held().get(held().size() - 1);
    assertThat(clear.alarm()).isEqualTo(first);
    assertThat(clear.phase()).isEqualTo(AlarmPhase.CLEARED);
    assertThat(clear.kind()).isEqualTo(AlarmKind.OVERCURRENT);
    assertThat(clear.socket()).hasValue(3);
    assertThat(held()).hasSize(3);
  }

  @Test
  void everyMessageDrawsTheNextSeqOfItsBoot() {
    outbox().readings(NOON, List.of(reading()));
    outbox().readings(NOON - 120_000, List.of(reading()));
    outbox().raise(NOON, overcurrent(3));
    outbox().outcome(NOON, new CommandId("c1"), CommandResult.REFUSED, "protection wins");
    flush();

    assertThat(held()).extracting(message -> message.stamp().seq()).containsExactly(1L, 2L, 3L, 4L);
    assertThat(held()).extracting(message -> message.boot().value()).containsOnly(boot());
    assertThat(((Readings) held().get(1)).stamp().at()).isEqualTo(NOON - 120_000);
    assertThat(((Readings) held().get(1)).readings()).containsExactly(reading());
    assertThat(((Outcome) held().get(3)).reason()).isEqualTo("protection wins");
  }

  @Test
  void aHeartbeatIsAMessageWithoutReadings() {
    outbox().readings(NOON, List.of());
    flush();

    assertThat(((Readings) held().get(0)).readings()).isEmpty();
  }

  @Test
  void theNewestOfEachSocketIsRemembered() {
    assertThat(memory().sockets()).isEmpty();
    memory().keep(new SocketMemory(3, "charging 1"));
    memory().keep(new SocketMemory(4, "free"));
    memory().keep(new SocketMemory(3, "finished 2"));

    restart();

    assertThat(memory().sockets())
        .containsExactlyInAnyOrder(new SocketMemory(3, "finished 2"), new SocketMemory(4, "free"));
  }

  @Test
  void limitsAreRemembered() {
    assertThat(memory().limits()).isEmpty();
    Limits limits = new Limits(4, NOON, 5.5, 0.5, 601.5, 6_000, 15, 7_200, 0.5, 120, 43_200, 75);
    memory().keep(Limits.DEFAULTS);
    memory().keep(limits);

    restart();

    assertThat(memory().limits()).contains(limits);
  }

  @Test
  void aCommandIsBegunOnceAlsoAfterARestart() {
    assertThat(memory().begin(command("c1"))).isTrue();
    assertThat(memory().begin(command("c1"))).isFalse();

    restart();

    assertThat(memory().begin(command("c1"))).isFalse();
    assertThat(memory().begin(command("c2"))).isTrue();
    assertThat(memory().unfinished()).containsExactly(command("c1"), command("c2"));
  }

  @Test
  void anOutcomeEndsACommandAndItsIdIsStillKnown() {
    memory().begin(command("c1"));
    memory().begin(command("c2"));
    outbox().outcome(NOON, new CommandId("c1"), CommandResult.DONE, "");

    restart();

    assertThat(memory().unfinished()).containsExactly(command("c2"));
    assertThat(memory().begin(command("c1"))).isFalse();
  }

  private static Fact overcurrent(int socket) {
    return new Fact(
        OptionalInt.of(socket), AlarmKind.OVERCURRENT, 16.2, 10.0, AlarmAction.RELAY_OPENED);
  }

  private static Reading reading() {
    return new Reading(
        3, Usage.CHARGING, RelayPosition.CLOSED, 221.4, 0.82, 176.2, 15_234.5, Double.NaN);
  }

  private static Command command(String id) {
    return new Command(
        new CommandId(id), NOON, NOON + 60_000, 3, CommandAction.OPEN_RELAY, "staff-7");
  }
}
