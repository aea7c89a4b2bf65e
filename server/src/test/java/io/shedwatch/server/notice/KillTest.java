package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Postgres;
import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 of a real process between raising, writing and sending, again and again. */
final class KillTest {
  private static final Pattern NOTICE = Pattern.compile("\"notice\":\"([0-9a-f]{32})\"");
  private static final Pattern ALERT = Pattern.compile("\"alert\":\"(a\\d+)\"");
  private static final Pattern RAISED = Pattern.compile("raised (a\\d+)");
  private static final int KILLS = 5;
  private static final int KILLS_OF_POSTGRES = 3;

  /** A process of its own starts slowly on a machine that builds other things. */
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private static final int ALERTS = 20;

  @TempDir Path folder;

  @Test
  void noAlertIsLostAndWhatComesTwiceHasOneIdAndSaysSo() throws Exception {
    killAgainAndAgain(NoticeRig.file(folder.resolve("db")), KILLS);
  }

  /** A receiver that keeps the id of what it had therefore takes each notice exactly once. */
  @Test
  void theSameHoldsOnPostgres() throws Exception {
    try (Postgres postgres = Postgres.start()) {
      killAgainAndAgain(NoticeRig.url(postgres, "shedwatch"), KILLS_OF_POSTGRES);
    }
  }

  private void killAgainAndAgain(String database, int kills) throws Exception {
    Random random = new Random(7);
    TreeSet<String> raised = new TreeSet<>();
    try (StandIn hook = StandIn.answering(200, "")) {
      for (int life = 0; life < kills; life++) {
        // The first answer of a life never comes: the kill finds an attempt under way.
        hook.then(StandIn.Answer.of(0, ""));
        int before = hook.heard().size();
        RunningProgram teller = teller(database, hook, life);
        Await.until("an attempt is under way", PATIENCE, () -> hook.heard().size() > before);
        int some = life * ALERTS + random.nextInt(ALERTS);
        Await.until(
            "so many are raised", PATIENCE, () -> teller.said().contains("raised a" + some + "\n"));
        teller.kill();
        raised.addAll(found(RAISED, teller.said()));
      }
      RunningProgram last = teller(database, hook, kills);
      Await.until("all is told", PATIENCE, () -> !last.alive());
      assertThat(last.said()).contains("all told");
      raised.addAll(found(RAISED, last.said()));
      judge(hook, raised);
    }
  }

  private static void judge(StandIn hook, Set<String> raised) {
    Map<String, Integer> times = new HashMap<>();
    Map<String, TreeSet<String>> carriers = new HashMap<>();
    for (StandIn.Heard heard : hook.heard()) {
      String notice = found(NOTICE, heard.body()).get(0);
      int time = times.merge(notice, 1, Integer::sum);
      assertThat(heard.body().contains("可能重复")).as(notice + " time " + time).isEqualTo(time > 1);
      found(ALERT, heard.body())
          .forEach(alert -> carriers.computeIfAbsent(alert, none -> new TreeSet<>()).add(notice));
    }
    assertThat(raised).hasSizeGreaterThanOrEqualTo(ALERTS);
    assertThat(carriers.keySet()).containsAll(raised);
    assertThat(carriers.values()).allSatisfy(notices -> assertThat(notices).hasSize(1));
    assertThat(times.values()).as("repeated once a kill at most").allMatch(n -> n <= KILLS + 1);
  }

  private static List<String> found(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(result -> result.group(1)).toList();
  }

  private RunningProgram teller(String database, StandIn hook, int life) throws Exception {
    return RunningProgram.start(
        folder,
        "teller-" + life,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            KilledTeller.class.getName(),
            database,
            hook.url("/"),
            Integer.toString(life * ALERTS),
            Integer.toString(ALERTS)));
  }
}
