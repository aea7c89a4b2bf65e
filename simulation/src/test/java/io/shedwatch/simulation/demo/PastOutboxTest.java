package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.AlarmAction;
import io.shedwatch.contract.AlarmId;
import io.shedwatch.contract.AlarmKind;
import io.shedwatch.contract.AlarmPhase;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.Fact;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class PastOutboxTest {
  private static final Fact KETTLE =
      new Fact(OptionalInt.of(3), AlarmKind.OVERPOWER, 2_000, 600, AlarmAction.RELAY_OPENED);

  private final PastOutbox outbox = new PastOutbox(new BootId("past"), 300);
  private final List<Stamped> said = new ArrayList<>();

  @Test
  void saysExactlyAsManyMessagesAsPromised() {
    outbox.begin(said::add);
    for (int i = 0; i < 120; i++) {
      outbox.readings(i, List.of());
    }
    outbox.end(999);
    assertThat(said.stream().map(Stamped::seq))
        .containsExactlyElementsOf(LongStream.rangeClosed(2, 300).boxed().toList());
    assertThat(said).allMatch(message -> message.stamp().backfill());
  }

  @Test
  void readingsStopBeforeTheNumberIsUsedUpAndAlarmsDoNot() {
    outbox.begin(said::add);
    for (int i = 0; i < 1_000; i++) {
      outbox.readings(i, List.of());
    }
    outbox.raise(1_000, KETTLE);
    outbox.end(1_001);
    assertThat(said).hasSize(299).last().extracting(Stamped::seq).isEqualTo(300L);
    assertThat(phases()).containsExactly(AlarmPhase.RAISED, AlarmPhase.CLEARED);
  }

  @Test
  void saysNothingOfWhatBeganBeforeItWasHeard() {
    AlarmId before = outbox.raise(1, KETTLE);
    outbox.begin(said::add);
    assertThat(outbox.open()).hasSize(1);
    outbox.clear(2, List.of(before));
    assertThat(outbox.open()).isEmpty();
    assertThat(said).isEmpty();
  }

  @Test
  void anAlarmHasTheNameOfItsFirstMessage() {
    outbox.begin(said::add);
    AlarmId id = outbox.raise(5, KETTLE);
    outbox.clear(6, List.of(id));
    assertThat(id.value()).isEqualTo("past-2");
    assertThat(said).extracting(message -> ((Alarm) message).alarm()).containsExactly(id, id);
  }

  private List<AlarmPhase> phases() {
    return said.stream()
        .filter(Alarm.class::isInstance)
        .map(message -> ((Alarm) message).phase())
        .toList();
  }
}
