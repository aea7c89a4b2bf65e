package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Reading;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.LaneStep;
import io.shedwatch.server.intake.step.ShedBook;
import io.shedwatch.server.intake.step.ShedEvent;
import io.shedwatch.server.intake.step.Step;
import io.shedwatch.server.intake.step.StepRules;
import io.shedwatch.server.readings.InMemoryReadingStore;
import io.shedwatch.server.readings.Retention;
import io.shedwatch.server.readings.ShedReadings;
import io.shedwatch.server.site.Site;
import io.shedwatch.testkit.Seeds;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What a back-test finds in the store is what the lanes found when the readings came. */
final class BackTestLawTest {
  private static final long NOON = 1_767_225_600_000L;
  private static final int SOCKETS = 4;
  private static final int HOURS = 30;
  private static final BootId BOOT = new BootId("b1");
  private static final Site SITE =
      new Site(
          new SiteId("test"),
          new Site.Name("test", "test"),
          ZoneId.of("Asia/Shanghai"),
          new Site.Reach(150, 3),
          List.of(),
          List.of(),
          List.of(
              new Site.Shed(new ShedId("s01"), new Site.Name("s01", "s01"), SOCKETS, 0, 0, 6_000)),
          true);

  private final InMemoryReadingStore store = new InMemoryReadingStore(Retention.FOR_EVER);
  private final Map<String, BackTest.Found> live = new HashMap<>();
  private ShedBook book = ShedBook.empty(ShedAddress.of("test", "s01"), SOCKETS);
  private long seq;

  @Seeds(25)
  void theBackTestOfTheLiveVersionIsWhatTheLaneGave(long seed) throws Exception {
    play(new Random(seed));
    int found = 0;
    for (RuleName rule : RuleName.values()) {
      if (rule.judge() == RuleName.Judge.READINGS) {
        List<BackTest.Found> lane =
            live.entrySet().stream()
                .filter(one -> one.getKey().contains("-" + rule.word() + "-"))
                .map(Map.Entry::getValue)
                .toList();
        BackTests.Result result = result(rule, Map.of());
        assertThat(result.live()).as(rule.word()).containsExactlyInAnyOrderElementsOf(lane);
        assertThat(result.changed()).as(rule.word()).isEqualTo(result.live());
        assertThat(result.gained()).isEmpty();
        assertThat(result.lost()).isEmpty();
        found += lane.size();
      }
    }
    assertThat(found).as("a day in which something happens").isPositive();
  }

  @Test
  void aHigherLimitLosesAlertsAndALowerOneGainsThem() throws Exception {
    for (long seed = 1; live.values().stream().noneMatch(one -> true); seed++) {
      play(new Random(seed));
    }
    BackTests.Result higher = result(RuleName.NOT_A_CHARGER, Map.of("watts", 5_000.0));
    assertThat(higher.gained()).isEmpty();
    assertThat(higher.lost().size()).isEqualTo(higher.live().size() - higher.changed().size());
    BackTests.Result lower = result(RuleName.NOT_A_CHARGER, Map.of("watts", 100.0));
    assertThat(lower.gained()).isNotEmpty();
    assertThat(lower.lost()).isEmpty();
  }

  private BackTests.Result result(RuleName rule, Map<String, Double> changed) throws IOException {
    Map<String, Double> values = new HashMap<>(RuleVersion.builtIn(rule).values());
    values.putAll(changed);
    RuleVersion version = new RuleVersion(rule, 2, values, "officer", Instant.EPOCH, "why");
    try (BackTests tests = new BackTests(SITE, store)) {
      return tests.judge(
          new BackTests.Plan(RuleSet.BUILT_IN, version, NOON, NOON + 48 * 3_600_000L),
          new AtomicInteger());
    }
  }

  /** A shed of four sockets whose agent says what changed, and everything once a minute. */
  private void play(Random random) throws IOException {
    double[] watts = new double[SOCKETS];
    Usage[] usage = new Usage[SOCKETS];
    java.util.Arrays.fill(usage, Usage.FREE);
    boolean firstIsLong = random.nextBoolean();
    for (long second = 0; second < HOURS * 3_600L; ) {
      List<Reading> said = new ArrayList<>();
      boolean minute = second % 60 == 0;
      for (int i = 0; i < SOCKETS; i++) {
        boolean changes = random.nextInt(120) == 0 && !(i == 0 && firstIsLong);
        if (changes || second == 0) {
          change(random, usage, watts, i, firstIsLong);
        }
        if (changes || minute) {
          said.add(reading(i + 1, usage[i], watts[i] + random.nextDouble()));
        }
      }
      if (!said.isEmpty()) {
        hear(NOON + second * 1_000 + random.nextInt(300), said, random.nextInt(400));
      }
      second += minute ? 11 + random.nextInt(20) : 60 - second % 60;
    }
  }

  private static void change(
      Random random, Usage[] usage, double[] watts, int i, boolean firstIsLong) {
    int what = i == 0 && firstIsLong ? 1 : random.nextInt(8);
    usage[i] = what == 0 ? Usage.FREE : what == 7 ? Usage.FINISHED : Usage.CHARGING;
    watts[i] =
        switch (what) {
          case 0 -> 0;
          case 7 -> 3;
          case 6 -> 1_200 + random.nextInt(800);
          case 5 -> watts[i] < 300 ? watts[i] + 90 : 110; // One more charger.
          default -> 85 + random.nextInt(30);
        };
  }

  private static Reading reading(int socket, Usage usage, double watts) {
    double none = Double.NaN;
    return new Reading(socket, usage, RelayPosition.CLOSED, none, none, watts, none, none);
  }

  private void hear(long at, List<Reading> said, int lateMillis) throws IOException {
    store.write(List.of(new ShedReadings(new ShedId("s01"), at, said)));
    Stamp stamp = new Stamp(BOOT, ++seq, at, false);
    long now = at + lateMillis;
    step(new ShedEvent.Heard(new Readings(stamp, said, List.of(), List.of()), now));
    for (int i = 1; i <= 9; i++) {
      step(new ShedEvent.Tick(now + i * 1_000L, NOON - 3_600_000));
    }
  }

  private void step(ShedEvent event) {
    Step step = LaneStep.next(book, event, StepRules.DEFAULTS);
    book = step.next();
    step.consequences().forEach(this::note);
  }

  private void note(Consequence one) {
    if (one instanceof Consequence.Raised raised && raised.alert().socket().isPresent()) {
      live.put(
          raised.alert().alert(),
          new BackTest.Found(
              new ShedId("s01"),
              raised.alert().socket().getAsInt(),
              raised.alert().severity(),
              raised.alert().raisedAt(),
              java.util.OptionalLong.empty()));
    } else if (one instanceof Consequence.Worsened worse) {
      live.computeIfPresent(
          worse.alert().alert(),
          (id, was) ->
              new BackTest.Found(
                  was.shed(),
                  was.socket(),
                  worse.alert().severity(),
                  was.raisedAt(),
                  was.clearedAt()));
    } else if (one instanceof Consequence.Cleared cleared) {
      live.computeIfPresent(
          cleared.alert().alert(),
          (id, was) ->
              new BackTest.Found(
                  was.shed(),
                  was.socket(),
                  was.severity(),
                  was.raisedAt(),
                  java.util.OptionalLong.of(cleared.alert().at())));
    }
  }
}
