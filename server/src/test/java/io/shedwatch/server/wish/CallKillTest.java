package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.server.wish.phone.Browser;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a real process while a phone is told. */
final class CallKillTest {
  /** A process of its own starts slowly on a machine that builds other things. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @TempDir Path folder;

  private final Browser browser = Browser.draw();

  @Test
  void aWordThatWasUnderWayIsToldAgainAsTheSameAndOneThatWasToldNever() throws Exception {
    try (StandIn service = StandIn.answering(201, "")) {
      service.then(0).then(0); // No answer: the kills find a word under way.
      for (int life = 1; life <= 2; life++) {
        int times = life;
        RunningProgram caller = caller(service, life);
        Await.until("the word is under way", PATIENCE, () -> service.heard().size() == times);
        caller.kill();
      }
      RunningProgram third = caller(service, 3);
      Await.until("it is told", PATIENCE, () -> third.said().contains("told"));
      third.kill();
      RunningProgram fourth = caller(service, 4);
      Await.until("nothing is left to tell", PATIENCE, () -> fourth.said().contains("told"));
      fourth.kill();

      assertThat(service.heard()).hasSize(3);
      assertThat(service.heard().stream().map(came -> browser.open(came.bytes())).distinct())
          .singleElement()
          .asString()
          .contains("充电提前中断了");
      assertThat(service.heard().stream().map(came -> came.headers().get("topic")).distinct())
          .as("at the push service each takes the place of the one before")
          .hasSize(1);
    }
  }

  private RunningProgram caller(StandIn service, int life) throws IOException {
    return RunningProgram.start(
        folder,
        "caller-" + life,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledCaller.class.getName(),
            "jdbc:h2:file:"
                + folder.resolve("db")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0",
            folder.toString(),
            service.url("/one"),
            browser.keys()));
  }
}
