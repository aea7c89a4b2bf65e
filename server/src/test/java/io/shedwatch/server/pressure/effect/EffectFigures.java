package io.shedwatch.server.pressure.effect;

import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Prints the table of docs/pressure.md; run by name only. */
final class EffectFigures {
  @Test
  void theTable() {
    int seeds = Integer.getInteger("effect.seeds", 400);
    System.out.println(
        "| sheds | weeks each side | nothing | 10 % fewer | 20 % fewer | 30 % fewer | interval"
            + " holds 20 % |");
    System.out.println("|---|---|---|---|---|---|---|");
    for (int treated : new int[] {1, 3}) {
      for (int weeks : new int[] {4, 8, 12}) {
        EffectTruthTest.Score none = EffectTruthTest.score(seeds, treated, weeks, 0);
        EffectTruthTest.Score ten = EffectTruthTest.score(seeds, treated, weeks, -0.1);
        EffectTruthTest.Score twenty = EffectTruthTest.score(seeds, treated, weeks, -0.2);
        EffectTruthTest.Score thirty = EffectTruthTest.score(seeds, treated, weeks, -0.3);
        System.out.printf(
            Locale.ROOT,
            "| %d | %d | %.1f %% | %.0f %% | %.0f %% | %.0f %% | %.1f %% |%n",
            treated,
            weeks,
            100.0 * none.found() / seeds,
            100.0 * ten.found() / seeds,
            100.0 * twenty.found() / seeds,
            100.0 * thirty.found() / seeds,
            100.0 * twenty.held() / seeds);
      }
    }
  }
}
