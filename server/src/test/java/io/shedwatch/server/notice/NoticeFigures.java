package io.shedwatch.server.notice;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Couriers;
import io.shedwatch.server.notice.courier.SmtpSettings;
import io.shedwatch.server.notice.courier.StandIn;
import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Figures for docs/benchmarks.md: run by name only, and nothing of them is asserted. */
final class NoticeFigures {
  private static final int ALARMS = 100;
  private static final int BURST = 1_000;
  private static final int SHEDS = 17;
  private static final int READINGS_A_SECOND = Integer.getInteger("figures.readings", 0);

  @TempDir Path folder;

  @Test
  void fromThePublicationOfAnAlarmToTheWebhook() throws Exception {
    try (Mosquitto mosquitto = Mosquitto.start(folder);
        Postgres postgres = Postgres.start();
        TestRoom room = TestRoom.start(environment(mosquitto, postgres));
        StandIn hook = StandIn.answering(200, "");
        FigureSheds sheds = FigureSheds.connect(mosquitto.url(), SHEDS)) {
      Await.until("all is up", () -> room.anonymous().get("/health").status() == 200);
      route(room, hook);
      sheds.births();
      sheds.readings(READINGS_A_SECOND);
      List<Long> millis = new ArrayList<>();
      for (int i = 0; i < ALARMS; i++) {
        int before = hook.heard().size();
        long begun = System.nanoTime();
        sheds.alarm(i % SHEDS, 1 + i / SHEDS, "overcurrent");
        Await.until("it arrives", () -> hook.heard().size() > before);
        millis.add((hook.heard().get(before).atNanos() - begun) / 1_000_000);
      }
      say("alarm to webhook", READINGS_A_SECOND + " readings/s", millis);

      Await.until("the pace is rested", Duration.ofMinutes(2), () -> rested(room));
      int before = hook.heard().size();
      long begun = System.nanoTime();
      for (int shed = 0; shed < SHEDS; shed++) {
        for (int socket = 1; socket <= (shed < 10 ? 11 : 10); socket++) {
          sheds.alarm(shed, socket, "meter-lost");
        }
      }
      Await.until("one arrives", Duration.ofMinutes(2), () -> hook.heard().size() > before);
      Await.until("nothing waits", Duration.ofMinutes(2), () -> rested(room));
      System.out.printf(
          Locale.ROOT,
          "FIGURES 180 sockets at once: messages=%d first after %d ms%n",
          hook.heard().size() - before,
          (hook.heard().get(before).atNanos() - begun) / 1_000_000);
    }
    assertThat(ALARMS).isPositive();
  }

  @Test
  void aThousandCriticalAlertsInABurst() throws Exception {
    try (Postgres postgres = Postgres.start();
        NoticeRig rig = NoticeRig.at(NoticeRig.url(postgres, "shedwatch"));
        StandIn hook = StandIn.answering(200, "")) {
      rig.put(NoticeRig.route("hook", CourierKind.WEBHOOK, hook.url("/")));
      Couriers couriers = new Couriers(SmtpSettings.NONE, Duration.ofSeconds(5));
      try (NoticeLoop loop = new NoticeLoop(rig.desk, couriers, Instant::now)) {
        loop.start();
        long begun = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
          String shed = "s%02d".formatted(1 + i % SHEDS);
          int socket = 1 + i / SHEDS % 10;
          String kind = "kind" + i;
          rig.raise(rig.alert("a" + i, kind, Severity.CRITICAL, shed, socket, Instant.now()));
        }
        long raised = System.nanoTime();
        Await.until(
            "all are told",
            Duration.ofMinutes(3),
            () ->
                rig.rows("select alert from notice_task where state = 'told'").size() == BURST
                    && rig.rows("select 1 from notice where state <> 'sent'").isEmpty());
        System.out.printf(
            Locale.ROOT,
            "FIGURES %d alerts raised in %d ms, told %d ms after the last, messages=%d%n",
            BURST,
            (raised - begun) / 1_000_000,
            (System.nanoTime() - raised) / 1_000_000,
            hook.heard().size());
      }
    }
    assertThat(BURST).isPositive();
  }

  private static Map<String, String> environment(Mosquitto mosquitto, Postgres postgres) {
    return Map.of(
        "SHEDWATCH_MQTT_URL",
        mosquitto.url(),
        "SHEDWATCH_JDBC_URL",
        postgres.jdbcUrl(),
        "SHEDWATCH_JDBC_USER",
        Postgres.USER,
        "SHEDWATCH_JDBC_PASSWORD",
        Postgres.PASSWORD);
  }

  private static void route(TestRoom room, StandIn hook) {
    TestClient officer = room.as("officer");
    String route = "{\"name\":\"hook\",\"courier\":\"webhook\",\"address\":\"%s\"}";
    officer.post("/api/v1/notices/routes", route.formatted(hook.url("/")));
  }

  /** Whether nothing is due and nothing is under way. */
  private static boolean rested(TestRoom room) {
    TestClient staff = room.as("staff");
    return staff.get("/api/v1/notices/waiting").body().contains("\"items\":[]")
        && staff.get("/api/v1/notices?state=waiting,sending").body().contains("\"items\":[]");
  }

  private static void say(String what, String how, List<Long> millis) {
    Collections.sort(millis);
    System.out.printf(
        Locale.ROOT,
        "FIGURES %s at %s: n=%d p50=%d ms p95=%d ms p99=%d ms%n",
        what,
        how,
        millis.size(),
        millis.get(millis.size() / 2),
        millis.get(millis.size() * 95 / 100),
        millis.get(millis.size() * 99 / 100));
  }
}
