package io.shedwatch.server.notice;

import static io.shedwatch.server.notice.NoticeRig.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.testkit.Seeds;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Laws of the dispatcher under any arrivals, any answers and kills at any moment. */
final class DispatcherLawTest {
  private static final int MINUTES = 12;

  /**
   * Whatever the receiver answers and whenever the server is killed: every alert arrives; it
   * arrives twice only in a message that says so under the same id, or after an answer was lost;
   * and no minute of a robot holds more than it takes.
   */
  @Seeds(60)
  void everyAlertArrivesOnceUnlessAnAnswerWasLostAndNoMinuteIsTooFull(long seed) throws Exception {
    try (NoticeRig rig = NoticeRig.inMemory()) {
      law(rig, seed);
    }
  }

  static void law(NoticeRig rig, long seed) throws Exception {
    Random random = new Random(seed);
    rig.put(NoticeRig.route("one", CourierKind.WECOM, "http://robot/1"));
    rig.put(NoticeRig.route("two", CourierKind.WECOM, "http://robot/1"));
    Receiver receiver = new Receiver(rig, random);
    Set<String> raised = new TreeSet<>();
    Instant now = NOON;
    Instant calmAt = NOON.plus(Duration.ofMinutes(MINUTES));
    while (now.isBefore(calmAt.plus(Duration.ofMinutes(20)))) {
      if (now.isBefore(calmAt) && random.nextInt(8) == 0) {
        int burst = random.nextInt(4) == 0 ? 1 + random.nextInt(30) : 1;
        for (int i = 0; i < burst; i++) {
          String id = "a" + raised.size();
          raised.add(id);
          Severity severity = random.nextBoolean() ? Severity.CRITICAL : Severity.MAJOR;
          String shed = "s%02d".formatted(1 + random.nextInt(17));
          rig.raise(rig.alert(id, "smoke" + raised.size(), severity, shed, 0, now));
        }
      }
      rig.desk.route(now);
      rig.compose(now);
      for (Errand errand : rig.desk.claim(Set.of(), now)) {
        Outcome outcome = receiver.answer(errand, now, now.isBefore(calmAt));
        if (now.isBefore(calmAt) && random.nextInt(15) == 0) {
          rig.desk.resume(now); // Killed before it wrote the outcome down.
          receiver.unanswered(errand);
        } else {
          rig.desk.ended(errand, outcome, now);
        }
      }
      now = now.plusMillis(500 + random.nextInt(1_500));
    }
    receiver.judge(raised);
  }

  /** Keeps what arrived, answers by chance, and counts. */
  private static final class Receiver {
    private final NoticeRig rig;
    private final Random random;
    private final List<Instant> asked = new ArrayList<>();
    private final Map<String, List<String>> titles = new HashMap<>();
    private final Map<String, Set<String>> carriers = new HashMap<>();
    private final Set<String> lost = new TreeSet<>();

    Receiver(NoticeRig rig, Random random) {
      this.rig = rig;
      this.random = random;
    }

    Outcome answer(Errand errand, Instant now, boolean moody) throws SQLException {
      asked.add(now);
      int mood = moody ? random.nextInt(10) : 9;
      if (mood == 0) {
        return new Outcome.Later("HTTP 429", Duration.ofSeconds(random.nextInt(60)), false);
      }
      if (mood == 1) {
        return Outcome.later("HTTP 502");
      }
      String notice = errand.letter().notice();
      titles.computeIfAbsent(notice, none -> new ArrayList<>()).add(errand.letter().title());
      for (String alert : rig.rows("select alert from notice_task where notice = ?", notice)) {
        String told = errand.notice().route() + "/" + alert;
        carriers.computeIfAbsent(told, none -> new TreeSet<>()).add(notice);
      }
      if (mood == 2) {
        unanswered(errand);
        return new Outcome.Later("no answer", Duration.ZERO, true);
      }
      return new Outcome.Delivered("taken");
    }

    void unanswered(Errand errand) {
      lost.add(errand.letter().notice());
    }

    void judge(Set<String> raised) {
      for (String alert : raised) {
        for (String route : List.of("one", "two")) {
          assertThat(carriers.getOrDefault(route + "/" + alert, Set.of()))
              .as("messages that carry " + alert + " on " + route)
              .hasSize(1);
        }
      }
      titles.forEach(
          (notice, heard) -> {
            if (heard.size() > 1) {
              assertThat(lost).as("repeated without need").contains(notice);
              assertThat(heard.subList(1, heard.size()))
                  .allSatisfy(title -> assertThat(title).startsWith("（可能重复）"));
            }
          });
      for (int i = 0; i + 20 < asked.size(); i++) {
        assertThat(Duration.between(asked.get(i), asked.get(i + 20)))
            .as("21 messages from number " + i)
            .isGreaterThan(Duration.ofMinutes(1));
      }
    }
  }
}
