package io.shedwatch.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.intake.TestDatabase;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The state machine of alerts in SQL, by people, lanes and time together. Run per database. */
final class LifeCycleLaw extends LifeCycleScene {
  /** ISA-18.2, with what time does: re-alarm. Staying is always legal. */
  private static final Map<String, Set<String>> LEGAL =
      Map.of(
          "none", Set.of("active-unacknowledged"),
          "active-unacknowledged", Set.of("active-acknowledged", "cleared-unacknowledged"),
          "active-acknowledged", Set.of("closed", "active-unacknowledged"),
          "cleared-unacknowledged", Set.of("closed"),
          "closed", Set.of());

  LifeCycleLaw(TestDatabase database) throws SQLException {
    super(database);
  }

  /** One after the other: every change of a state is a legal one. */
  void everyTransitionIsLegal(Random random) throws SQLException {
    Map<String, String> before = states();
    List<String> ids = new ArrayList<>();
    for (int step = 0; step < 120; step++) {
      now = now.plusSeconds(random.nextInt(random.nextInt(20) == 0 ? 9_000 : 60));
      act(random, ids, step);
      Map<String, String> after = states();
      for (Map.Entry<String, String> one : after.entrySet()) {
        String was = before.getOrDefault(one.getKey(), "none");
        assertThat(
                was.equals(one.getValue())
                    || LEGAL.getOrDefault(was, Set.of()).contains(one.getValue()))
            .as("%s: %s -> %s", one.getKey(), was, one.getValue())
            .isTrue();
      }
      assertThat(after.keySet()).as("no alert is ever lost").containsAll(before.keySet());
      before = after;
      invariants();
    }
  }

  /** Many at once, repeated and out of order: one active alert a subject, each fact once. */
  void parallelArrivalMakesNoDuplicate(Random random) throws Exception {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      order.add(i % 20); // Everything twice.
    }
    java.util.Collections.shuffle(order, random);
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int number : order) {
        String id = "p-" + number / 4;
        running.add(
            threads.submit(
                () -> {
                  int what = number % 4;
                  if (what < 2) {
                    desk().raise(raised(id, 1 + number / 8, "shared-socket"));
                  } else if (what == 2) {
                    people().acknowledge(id, "staff-" + number, now);
                  } else {
                    desk().clear(new AlertCleared(id, now.toEpochMilli(), ""));
                  }
                  return null;
                }));
      }
      for (Future<?> one : running) {
        one.get();
      }
    } finally {
      threads.shutdownNow();
    }
    invariants();
  }

  private void act(Random random, List<String> ids, int step) throws SQLException {
    String id = ids.isEmpty() ? "none" : ids.get(random.nextInt(ids.size()));
    switch (random.nextInt(9)) {
      case 0, 1 -> {
        String fresh = "a-" + step;
        ids.add(fresh);
        String rule = random.nextBoolean() ? "shared-socket" : "long-charge";
        AlertRaised raised = raised(fresh, 1 + random.nextInt(2), rule);
        desk().raise(raised);
        desk().raise(raised);
      }
      case 2, 3 -> desk().clear(new AlertCleared(id, now.toEpochMilli(), ""));
      case 4 -> people().acknowledge(id, "staff-1", now);
      case 5 -> people().assign(id, Optional.of("staff-2"), "staff-1", now);
      case 6 ->
          people()
              .shelve(id, new Shelving(now.plus(Duration.ofMinutes(30)), "staff-1", "why"), now);
      case 7 -> desk().worsen(new AlertWorsened(id, Severity.CRITICAL, 1, 1, now.toEpochMilli()));
      default -> pass();
    }
    if (random.nextInt(4) == 0) {
      pass();
      assertThat(pass()).as("a second look at the same moment changes nothing").isZero();
    }
  }

  private Map<String, String> states() throws SQLException {
    Map<String, String> states = new TreeMap<>();
    for (String row : database.rows("select alert, state from alert")) {
      String[] parts = row.split(" ", -1);
      states.put(parts[0], parts[1]);
    }
    return states;
  }

  private void invariants() throws SQLException {
    assertThat(
            database.rows(
                "select alert from alert where (cleared_at is null)"
                    + " <> (state in ('active-unacknowledged', 'active-acknowledged'))"))
        .as("active is what has not ended")
        .isEmpty();
    assertThat(
            database.rows(
                "select rule, shed, socket from alert where cleared_at is null"
                    + " group by rule, shed, socket having count(*) > 1"))
        .as("one active alert a rule and subject")
        .isEmpty();
    assertThat(
            database.rows(
                "select alert from alert where (occurrence is null) <> (cleared_at is not null)"))
        .as("the key is held while it is active, and no longer")
        .isEmpty();
    assertThat(
            database.rows(
                "select alert from alert where state in ('active-acknowledged')"
                    + " and acknowledged_by is null"))
        .as("somebody acknowledged it")
        .isEmpty();
    assertThat(database.rows("select cause from incident_event group by cause having count(*) > 1"))
        .isEmpty();
    assertThat(
            database.rows("select alert from alert where severity <> 'minor' and incident is null"))
        .as("what is critical or major is in an incident")
        .isEmpty();
  }
}
