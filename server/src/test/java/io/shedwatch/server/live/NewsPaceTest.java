package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Seeds;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class NewsPaceTest {
  private static final long GAP = 250;

  @Test
  void quantitiesWaitForTheGapAndUsageDoesNot() {
    NewsPace pace = new NewsPace("free", 0, false);
    String story =
        """
        250 free     touched sent
        260 free     touched -
        270 free     -       -
        400 charging -       sent
        410 charging touched -
        649 charging -       -
        650 charging -       sent
        900 charging -       -
        """;
    for (String line : story.lines().toList()) {
      String[] word = line.split("\\s+", -1);
      NewsPace.Step step =
          pace.step(word[1], word[2].equals("touched"), Long.parseLong(word[0]), GAP);
      assertThat(step.send()).as(line).isEqualTo(word[3].equals("sent"));
      pace = step.next();
    }
  }

  /** No news is lost, none waits longer than the gap, and quantities alone never go faster. */
  @Seeds(300)
  void nothingIsLostOrLateOrTooFast(long seed) {
    Random random = new Random(seed);
    NewsPace pace = new NewsPace("a", -GAP, false);
    String shown = "a";
    long pendingSince = -1;
    List<Long> paced = new ArrayList<>();
    long lastSent = -GAP;
    for (long now = 0; now < 5_000; now += 10) {
      boolean touched = random.nextInt(5) == 0;
      boolean changed = random.nextInt(50) == 0;
      String next = changed ? shown + "x" : shown;
      pendingSince = touched && pendingSince < 0 ? now : pendingSince;

      NewsPace.Step step = pace.step(next, touched, now, GAP);

      if (changed) {
        assertThat(step.send()).isTrue();
      } else if (step.send()) {
        assertThat(pendingSince).isNotNegative();
        assertThat(now - lastSent).isGreaterThanOrEqualTo(GAP);
        paced.add(now);
      } else if (pendingSince >= 0) {
        assertThat(now - lastSent).isLessThan(GAP);
      }
      if (step.send()) {
        pendingSince = -1;
        lastSent = now;
      }
      shown = next;
      pace = step.next();
    }
    assertThat(paced).isNotEmpty();
  }
}
