package io.shedwatch.server.incident.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.alert.Subject;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.Occasion;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.web.Room;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The log in the database, and what somebody with access to the tables may try. */
final class HttpVerificationTest {
  private static final SiteId SITE = new SiteId("liuxi");
  private static final String PATH = "/api/v1/incidents/verification";

  /** In 2099: their evidence is frozen eleven minutes later, long after this test. */
  private static final long OPENED_AT = 4_070_908_800_000L;

  private static Room room;

  @BeforeAll
  static void someIncidentsWithACommentEach() throws IOException, SQLException {
    room = Room.start(Map.of());
    for (int i = 1; i <= 5; i++) {
      open("i" + i, i);
      assertThat(
              room.admin()
                  .post("/api/v1/incidents/i" + i + "/comment", "{\"text\":\"看过了 " + i + "\"}")
                  .statusCode())
          .isEqualTo(200);
    }
    room.admin().post("/api/v1/incidents/i3/acknowledge", "{}");
    room.admin().post("/api/v1/incidents/i4/resolve", "{\"why\":\"已拆除\"}");
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  @Test
  void anUntouchedLogIsWholeAndItsHeadIsAnAnchor() {
    String answer = verify("");
    assertThat(answer).contains("\"whole\":true", "\"events\":12", "\"texts\":6", "\"absent\":0");
    String head = answer.replaceAll(".*\"head\":\"([0-9a-f]{64})\".*", "$1");
    assertThat(verify("?anchor=" + head)).contains("\"whole\":true", "\"anchors\":1");
    assertThat(verify("?anchor=" + "ab".repeat(32))).contains("\"kind\":\"rewritten\"");
    assertThat(room.admin().get(PATH + "?anchor=nonsense").statusCode()).isEqualTo(400);
  }

  @Test
  void whateverIsChangedInATableIsFound() throws SQLException {
    tamper("update incident_event set who = 'nobody' where number = 3", "changed");
    tamper("delete from incident_event where number = 4", "missing");
    tamper("delete from incident_event where number >= 11", "cut");
    tamper("update incident_event set number = 99 where number = 12", "cut");
    tamper("update remark set body = '没看过' where about = 'i2'", "text-changed");
    tamper("update incident set state = 'closed' where incident = 'i1'", "state-changed");
    tamper("update incident set state = 'open' where incident = 'i3'", "state-changed");
    tamper("update incident_chain set number = 13", "cut");
  }

  @Test
  void anErasedTextLeavesTheLogWhole() throws SQLException {
    Map<String, String> table = rows("remark where about = 'i5'");
    assertThat(table).hasSize(1);
    String digest = table.keySet().iterator().next();
    execute("update remark set site = 'gone' where digest = '" + digest + "'");
    assertThat(verify("")).contains("\"whole\":true", "\"texts\":5", "\"absent\":1");
    execute("update remark set site = 'liuxi' where digest = '" + digest + "'");
  }

  private static void tamper(String statement, String finding) throws SQLException {
    execute("create table kept_event as select * from incident_event");
    execute("create table kept_remark as select * from remark");
    execute("create table kept_incident as select * from incident");
    execute("create table kept_chain as select * from incident_chain");
    execute(statement);
    assertThat(verify("")).as(statement).contains("\"whole\":false", "\"" + finding + "\"");
    for (String table : List.of("incident_event", "remark", "incident_chain")) {
      execute("delete from " + table);
    }
    execute("delete from incident");
    execute("insert into incident select * from kept_incident");
    execute("insert into incident_event select * from kept_event");
    execute("insert into remark select * from kept_remark");
    execute("insert into incident_chain select * from kept_chain");
    execute("drop table kept_event, kept_remark, kept_incident, kept_chain");
    assertThat(verify("")).contains("\"whole\":true");
  }

  private static String verify(String query) {
    return room.admin().get(PATH + query).body();
  }

  private static void open(String id, int socket) throws SQLException {
    ShedAddress shed = new ShedAddress(SITE, new ShedId("s01"));
    Occasion occasion =
        new Occasion(
            id,
            "liuxi/s01/" + socket,
            "smoke",
            Severity.CRITICAL,
            Subject.of(shed, OptionalInt.of(socket)),
            OPENED_AT,
            "edge",
            "{\"kind\":\"smoke\"}");
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection -> {
          JdbcIncidents.prepare(connection, SITE);
          JdbcIncidents.Entry entry =
              JdbcIncidents.openOrJoin(connection, occasion, 1_767_225_600_000L);
          return JdbcIncidents.append(connection, SITE, List.of(entry.event()));
        });
  }

  private static void execute(String sql) throws SQLException {
    JdbcTransaction.run(
        room.part(DataSource.class),
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate(sql);
          }
        });
  }

  private static Map<String, String> rows(String from) throws SQLException {
    return JdbcTransaction.run(
        room.part(DataSource.class),
        connection -> {
          try (Statement statement = connection.createStatement();
              var row = statement.executeQuery("select digest, body from " + from)) {
            Map<String, String> rows = new java.util.HashMap<>();
            while (row.next()) {
              rows.put(row.getString(1), row.getString(2));
            }
            return rows;
          }
        });
  }
}
