package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.CommandResult;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class OrdersTest {
  private final Stage stage = new Stage(3);

  @Test
  void anOpenSocketIsDisabledUntilItIsClosed() {
    stage.pass(2);
    Outcome open = stage.order("c1", 2, CommandAction.OPEN_RELAY);
    assertThat(open.result()).isEqualTo(CommandResult.DONE);
    assertThat(open.reason()).isEmpty();
    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.reading(2).usage()).isEqualTo(Usage.DISABLED);

    Outcome close = stage.order("c2", 2, CommandAction.CLOSE_RELAY);
    assertThat(close.result()).isEqualTo(CommandResult.DONE);
    assertThat(stage.reading(2).usage()).isEqualTo(Usage.FREE);
  }

  @Test
  void aRepeatedCommandIsActedOnOnce() {
    Command open = stage.command("c1", 2, CommandAction.OPEN_RELAY);
    stage.loop().command(open);
    stage.pass(1);
    stage.order("c2", 2, CommandAction.CLOSE_RELAY);
    stage.loop().command(open);
    stage.pass(2);

    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.CLOSED);
    assertThat(stage.outcomes()).hasSize(2);
  }

  @Test
  void aLateCommandIsExpired() {
    Command open = stage.command("c1", 2, CommandAction.OPEN_RELAY);
    stage.pass(61);
    stage.loop().command(open);
    stage.pass(1);

    assertThat(stage.outcomes().get(0).result()).isEqualTo(CommandResult.EXPIRED);
    assertThat(stage.relay(2).position()).isEqualTo(RelayPosition.CLOSED);
  }

  @Test
  void whatCannotBeDoneIsRefusedWithItsReason() {
    stage.pass(2);
    assertThat(stage.order("c1", 9, CommandAction.OPEN_RELAY).reason())
        .isEqualTo("there is no socket 9");
    assertThat(stage.order("c2", 1, CommandAction.RESET_TRIP).reason())
        .isEqualTo("there is nothing to reset");
    stage.relay(1).silent(true);
    stage.loop().command(stage.command("c3", 1, CommandAction.OPEN_RELAY));
    stage.pass(7);
    assertThat(stage.outcomes().get(2).reason()).isEqualTo("the relay did not follow");
  }

  @Test
  void protectionWinsOverClosing() {
    stage.watts[1] = 2_000;
    stage.pass(3);
    assertThat(stage.order("c1", 1, CommandAction.CLOSE_RELAY).reason())
        .isEqualTo("tripped by overpower: reset it first");
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);

    assertThat(stage.order("c2", 1, CommandAction.RESET_TRIP).result())
        .isEqualTo(CommandResult.DONE);
    assertThat(stage.spool.open()).isEmpty();
    stage.pass(3);
    assertThat(stage.relay(1).position())
        .as("the kettle is still there")
        .isEqualTo(RelayPosition.OPEN);
    assertThat(stage.raised()).hasSize(2);
  }

  @Test
  void overtemperatureIsResetOnlyAtTheShedAndOnlyWhenCool() {
    stage.celsius[1] = 80;
    stage.pass(4);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.order("c1", 1, CommandAction.RESET_TRIP).reason())
        .isEqualTo("only at the shed: overtemperature");
    stage.loop().resetAtTheShed(OptionalInt.of(1));
    stage.pass(1);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
    stage.celsius[1] = 40;
    stage.pass(1);
    stage.loop().resetAtTheShed(OptionalInt.of(1));
    stage.pass(2);
    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.CLOSED);
  }

  @Test
  void afterACrashOpeningIsRepeatedEvenWhenLate() {
    stage.pass(2);
    stage.spool.begin(stage.command("c1", 1, CommandAction.OPEN_RELAY));
    stage.spool.begin(stage.command("c2", 2, CommandAction.CLOSE_RELAY));
    stage.clock.pass(600_000);
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(2);

    assertThat(stage.relay(1).position()).isEqualTo(RelayPosition.OPEN);
    assertThat(stage.outcomes())
        .extracting(outcome -> outcome.command().value(), Outcome::result)
        .containsExactlyInAnyOrder(
            org.assertj.core.groups.Tuple.tuple("c1", CommandResult.DONE),
            org.assertj.core.groups.Tuple.tuple("c2", CommandResult.EXPIRED));
    assertThat(stage.spool.unfinished()).isEmpty();
  }

  @Test
  void aResetThatWasDoneBeforeTheCrashIsDone() {
    stage.pass(2);
    stage.spool.begin(stage.command("c1", 1, CommandAction.RESET_TRIP));
    stage.start(ShedParts.Start.AGENT_ONLY);
    stage.pass(1);
    assertThat(stage.outcomes()).extracting(Outcome::result).containsExactly(CommandResult.DONE);
  }
}
