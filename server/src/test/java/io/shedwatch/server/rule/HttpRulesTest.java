package io.shedwatch.server.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestClient;
import io.shedwatch.server.TestRoom;
import io.shedwatch.testkit.Await;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Rules over HTTP: read, changed with a reason, and tested on what is stored. */
final class HttpRulesTest {
  private static final String RULES = "/api/v1/rules";
  private static TestRoom room;

  @BeforeAll
  static void start() {
    room = TestRoom.start(Map.of());
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  private static TestAnswer put(String user, String rule, String body) {
    return room.as(user).send("PUT", RULES + "/" + rule, body, Map.of());
  }

  @Test
  void everyRuleIsListedWithItsParametersAndTheirEvidence() {
    TestAnswer all = room.as("staff").get(RULES);
    assertThat(all.status()).isEqualTo(200);
    for (RuleName rule : RuleName.values()) {
      assertThat(all.body()).contains("\"rule\":\"" + rule.word() + "\"");
    }
    assertThat(all.body()).contains("vendor default: JUY boards");
    assertThat(room.anonymous().get(RULES).status()).isEqualTo(401);
    assertThat(room.as("staff").get(RULES + "/no-such").status()).isEqualTo(404);
  }

  @Test
  void anOfficerChangesARuleWithAReasonAndEveryVersionIsKept() {
    TestAnswer changed =
        put("officer", "shared-socket", "{\"parameters\":{\"stepWatts\":80},\"why\":\"试运行\"}");
    assertThat(changed.status()).as(changed.toString()).isEqualTo(200);
    assertThat(changed.field("version")).isEqualTo("2");
    JdbcRuleVersions versions = room.context().getBean(JdbcRuleVersions.class);
    RuleSet now = versions.inForce().now();
    assertThat(now.sharedSocket().stepWatts()).isEqualTo(80);
    assertThat(now.version(RuleName.SHARED_SOCKET).by()).isNotEmpty();
    TestAnswer all = room.as("staff").get(RULES + "/shared-socket/versions");
    assertThat(all.body()).contains("\"version\":2").contains("\"version\":1").contains("试运行");
    String late = "{\"parameters\":{\"stepWatts\":90},\"why\":\"x\",\"version\":1}";
    assertThat(put("officer", "shared-socket", late).status()).isEqualTo(409);
  }

  @Test
  void whatCannotBeIsRefusedInWords() {
    for (Map.Entry<String, String> one :
        Map.of(
                "{\"parameters\":{\"watts\":90},\"why\":\"x\"}",
                    "watts is from 100 to 5000, not 90.",
                "{\"parameters\":{\"volts\":90},\"why\":\"x\"}",
                    "not-a-charger has no parameter volts.",
                "{\"parameters\":{},\"why\":\"x\"}", "Nothing is changed.",
                "{\"parameters\":{\"watts\":600,\"deadbandWatts\":700},\"why\":\"x\"}",
                    "deadbandWatts must be below watts.")
            .entrySet()) {
      TestAnswer answer = put("officer", "not-a-charger", one.getKey());
      assertThat(answer.status()).as(one.getKey()).isEqualTo(400);
      assertThat(answer.field("detail")).isEqualTo(one.getValue());
    }
    String noReason = "{\"parameters\":{\"watts\":800},\"why\":\" \"}";
    assertThat(put("officer", "not-a-charger", noReason).status()).isEqualTo(400);
    String fine = "{\"parameters\":{\"watts\":800},\"why\":\"x\"}";
    assertThat(put("staff", "not-a-charger", fine).status()).isEqualTo(403);
  }

  @Test
  void aBackTestRunsToItsEnd() {
    TestClient officer = room.as("officer");
    String path = RULES + "/not-a-charger/back-test";
    TestAnswer started = officer.post(path, "{\"parameters\":{\"watts\":600},\"days\":2}");
    assertThat(started.status()).as(started.toString()).isEqualTo(202);
    String one = path + "/" + started.field("backTest");
    Await.until("the back-test is done", () -> officer.get(one).field("state").equals("done"));
    TestAnswer done = officer.get(one);
    assertThat(done.json())
        .containsEntry("progress", 1.0)
        .containsEntry("gainedCount", 0)
        .containsEntry("lostCount", 0);
    assertThat(officer.post(path, "{\"days\":31}").status()).isEqualTo(400);
    assertThat(officer.post(RULES + "/clock-skew/back-test", "{}").status()).isEqualTo(400);
  }
}
