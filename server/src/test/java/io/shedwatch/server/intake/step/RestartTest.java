package io.shedwatch.server.intake.step;

import static io.shedwatch.server.intake.step.ShedStory.birth;
import static io.shedwatch.server.intake.step.ShedStory.charging;
import static io.shedwatch.server.intake.step.ShedStory.holds;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Stamped;
import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** A server that was away, for however long, finds seventeen sheds that are well. */
final class RestartTest {
  private static final int SHEDS = 17;
  private static final int HEARTBEAT_SECONDS = 60;

  /** What a shed needs at most to find the broker again after the server is back. */
  private static final int BACK_WITHIN_SECONDS = 60;

  /** One shed: what it says while the server is there, and what it keeps while it is away. */
  private static final class Shed {
    final ShedStory story = new ShedStory();
    final List<Stamped> kept = new ArrayList<>();
    final int phase;
    long seq = 1;

    Shed(int phase) {
      this.phase = phase;
      story.heard(birth("b1", 1, 0, holds("b1", 1, 1)));
    }

    void live(long second, boolean heard) {
      if (second % HEARTBEAT_SECONDS != phase) {
        return;
      }
      Stamped said = charging("b1", ++seq, second, 1 + (int) (seq % 4));
      if (heard) {
        story.second(second).heard(said);
      } else {
        kept.add(said);
      }
    }

    void tick(long second, long listeningSince) {
      story.second(second).listeningSince(listeningSince).tick();
    }

    void restart() {
      story.book = BookText.read(ShedStory.SHED, 4, Map.of(), BookText.write(story.book));
    }

    /** A birth that says what it holds, then all that is without a receipt. */
    void back(long second) {
      story.second(second).heard(birth("b1", ++seq, second, holds("b1", 1, seq)));
      kept.forEach(said -> story.second(second).heard(said));
      kept.clear();
    }
  }

  @Seeds(25)
  void restartingTheServerWithSeventeenAgentsRaisesNothing(long seed) {
    Random random = new Random(seed);
    List<Shed> sheds =
        IntStream.range(0, SHEDS)
            .mapToObj(shed -> new Shed(random.nextInt(HEARTBEAT_SECONDS)))
            .toList();
    long from = 300L + random.nextInt(600);
    long away = 5L + random.nextInt(random.nextBoolean() ? 60 : 7_200);
    long[] backAt =
        sheds.stream()
            .mapToLong(shed -> from + away + 1 + random.nextInt(BACK_WITHIN_SECONDS))
            .toArray();
    for (long second = 1; second <= from + away + 900; second++) {
      boolean listening = second <= from || second > from + away;
      for (int i = 0; i < SHEDS; i++) {
        Shed shed = sheds.get(i);
        if (second == from + 1) {
          shed.restart();
        }
        if (second == backAt[i]) {
          shed.back(second);
        }
        shed.live(second, second <= from || second > backAt[i]);
        if (listening) {
          shed.tick(second, second <= from ? 0 : from + away);
        }
      }
    }
    assertThat(sheds).allSatisfy(shed -> assertThat(shed.story.alerts()).isEmpty());
  }
}
