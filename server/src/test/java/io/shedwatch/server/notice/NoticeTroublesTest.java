package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the loop says of its failures, and what goes on in spite of them. */
final class NoticeTroublesTest {
  private final NoticeTroubles troubles = new NoticeTroubles();
  private final List<String> ran = new ArrayList<>();

  private void step(String name) {
    troubles.step(name, () -> ran.add(name));
  }

  private void fails(SQLException e) {
    troubles.step(
        "fails",
        () -> {
          throw e;
        });
  }

  @Test
  void aDatabaseThatIsAwayARefusedStatementAndADefectAreThreeThings() {
    assertThat(NoticeTrouble.of(new SQLTransientConnectionException("no connection in 5 s")))
        .isEqualTo(NoticeTrouble.DATABASE_AWAY);
    assertThat(NoticeTrouble.of(new SQLException("terminating connection", "57P01")))
        .isEqualTo(NoticeTrouble.DATABASE_AWAY);
    assertThat(NoticeTrouble.of(new SQLException("value too long", "22001")))
        .isEqualTo(NoticeTrouble.STATEMENT_REFUSED);
    assertThat(NoticeTrouble.of(new IllegalStateException("ours"))).isEqualTo(NoticeTrouble.DEFECT);
  }

  @Test
  void aDefectInOneStepLeavesTheOthersTheirTurn() {
    troubles.step(
        "broken",
        () -> {
          throw new IllegalStateException("ours");
        });
    step("next");
    assertThat(ran).containsExactly("next");
    assertThat(troubles.endRound()).isFalse();
    assertThat(troubles.now()).contains(NoticeTrouble.DEFECT);
  }

  @Test
  void whileTheDatabaseIsAwayNothingElseOfTheRoundIsTried() {
    fails(new SQLException("connection refused", "08001"));
    step("next");
    assertThat(ran).isEmpty();
    assertThat(troubles.endRound()).isFalse();
    assertThat(troubles.now()).contains(NoticeTrouble.DATABASE_AWAY);
  }

  @Test
  void aRoundWithoutFailureEndsTheTrouble() {
    fails(new SQLException("value too long", "22001"));
    troubles.endRound();
    step("well");
    assertThat(troubles.endRound()).isTrue();
    assertThat(troubles.now()).isEmpty();
  }
}
