package io.shedwatch.server.alert;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;

/** What time, outages and repetition do to alerts. Run per database. */
final class LifeCycleTimes extends LifeCycleScene {
  LifeCycleTimes(TestDatabase database) throws SQLException {
    super(database);
  }

  /** What nobody acknowledged is escalated once; what was acknowledged long ago asks again. */
  void timeEscalatesAndReAlarms() throws SQLException {
    desk().raise(raised("t-1", 1, "shared-socket"));
    now = NOON.plus(Duration.ofMinutes(14));
    assertThat(pass()).isZero();
    now = NOON.plus(Duration.ofMinutes(15));
    assertThat(pass()).isEqualTo(1);
    assertThat(pass()).isZero();
    people().acknowledge("t-1", "staff-1", now);
    now = now.plus(Duration.ofMinutes(119));
    assertThat(pass()).isZero();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(pass()).isEqualTo(1);
    AlertView view = people().find("t-1").orElseThrow();
    assertThat(view.state()).isEqualTo(AlertState.ACTIVE_UNACKNOWLEDGED);
    assertThat(view.acknowledgedBy()).isEmpty();
    assertThat(events()).containsExactly("opened", "escalated", "acknowledged", "re-alarmed");
    assertThat(database.rows("select transition from alert_outbox order by number"))
        .containsExactly("raised", "again");
  }

  /** What is put aside comes back by itself, and is told again while it is true. */
  void aShelfEnds() throws SQLException {
    desk().raise(raised("t-1", 1, "shared-socket"));
    Shelving shelving = new Shelving(now.plus(Duration.ofMinutes(20)), "staff-1", "Fest");
    people().shelve("t-1", shelving, now);
    now = now.plus(Duration.ofMinutes(19));
    assertThat(pass()).as("nothing escalates on a shelf").isZero();
    now = now.plus(Duration.ofMinutes(1));
    assertThat(pass()).isEqualTo(2);
    assertThat(people().find("t-1").orElseThrow().shelved()).isEmpty();
    assertThat(events()).containsExactly("opened", "shelved", "unshelved", "escalated");
  }

  /** A shed that is offline explains its sockets' alerts, except those that may burn. */
  void anOfflineShedInhibitsItsSockets() throws SQLException {
    ShedAddress shed = ShedAddress.of("test", "s01");
    desk().raise(raised("t-1", 1, "shared-socket"));
    AlertRaised hot =
        AlertRaised.of(
            "t-2",
            "not-a-charger",
            Severity.CRITICAL,
            Subject.of(shed, OptionalInt.of(2)),
            now.toEpochMilli());
    desk().raise(hot);
    desk()
        .raise(
            AlertRaised.of(
                "off", "shed-offline", Severity.MAJOR, Subject.of(shed), now.toEpochMilli()));
    desk().raise(raised("t-3", 3, "long-charge"));
    assertThat(database.rows("select alert, inhibited_by from alert order by alert"))
        .containsExactly("off null", "t-1 off", "t-2 null", "t-3 off");
    desk().clear(new AlertCleared("off", now.toEpochMilli(), ""));
    assertThat(database.rows("select alert from alert where inhibited_by is not null")).isEmpty();
    assertThat(
            database.rows("select alert from alert_outbox where transition = 'again' order by 1"))
        .containsExactly("t-1", "t-3");
  }

  /** A planned outage holds alerts of its shed back; what is still true afterwards is told. */
  void aPlannedOutageInhibits() throws SQLException {
    database.execute(
        "insert into maintenance (site, shed, started_by, started_at, until, why) values"
            + " ('test', 's01', 'officer', '2026-03-02 03:00:00+00', '2026-03-02 05:00:00+00', 'x')");
    desk().raise(raised("t-1", 1, "shared-socket"));
    assertThat(database.rows("select inhibited_by from alert")).containsExactly("maintenance");
    assertThat(pass()).isZero();
    now = Instant.parse("2026-03-02T05:00:00Z");
    assertThat(pass()).as("released, and escalated").isEqualTo(2);
    assertThat(database.rows("select inhibited_by from alert")).containsExactly("null");
  }

  /** A drill measures who comes: nothing holds it back, though it is a small one. */
  void aPlannedOutageHoldsNoDrillBack() throws SQLException {
    database.execute(
        "insert into maintenance (site, shed, started_by, started_at, until, why) values"
            + " ('test', 's01', 'officer', '2026-03-02 03:00:00+00', '2026-03-02 05:00:00+00', 'x')");
    Subject shed = Subject.of(ShedAddress.of("test", "s01"));
    desk()
        .raise(
            AlertRaised.of("d", AlertRaised.DRILL, Severity.MINOR, shed, now.toEpochMilli())
                .ofKind("overvoltage"));
    assertThat(database.rows("select inhibited_by from alert")).containsExactly("null");
    assertThat(database.rows("select alert from alert_outbox")).containsExactly("d");
  }

  /** The fourth raise within half an hour is told as the last; further ones are rows only. */
  void whatFlapsIsSaidOnce() throws SQLException {
    Flaps flaps = rule -> new Flaps.Bound(4, Duration.ofMinutes(30).toMillis());
    for (int i = 1; i <= 6; i++) {
      now = now.plusSeconds(60);
      AlertRaised raised = raised("f-" + i, 1, "long-charge");
      JdbcTransaction.run(
          database.pool(), connection -> JdbcAlerts.raise(connection, raised, flaps));
      desk().clear(new AlertCleared("f-" + i, now.toEpochMilli() + 1, ""));
    }
    assertThat(
            database.rows("select alert from alert_outbox where transition = 'raised' order by 1"))
        .containsExactly("f-1", "f-2", "f-3", "f-4");
    assertThat(database.rows("select alert from alert where flapping order by 1"))
        .containsExactly("f-4", "f-5", "f-6");
    now = now.plus(Duration.ofMinutes(31));
    AlertRaised later = raised("f-7", 1, "long-charge");
    JdbcTransaction.run(database.pool(), connection -> JdbcAlerts.raise(connection, later, flaps));
    assertThat(database.rows("select flapping from alert where alert = 'f-7'"))
        .containsExactlyInAnyOrder(
            database.rows("select flapping from alert where alert = 'f-1'").get(0));
  }

  /** An alert about a building or about the system has its own incident. */
  void aBuildingAndTheSystemHaveIncidents() throws SQLException {
    desk()
        .raise(
            AlertRaised.of(
                "r-1",
                "fly-line-reported",
                Severity.MAJOR,
                Subject.ofBuilding(SITE, "b07"),
                now.toEpochMilli()));
    desk()
        .raise(
            AlertRaised.of(
                "r-2", "store-behind", Severity.MAJOR, Subject.ofSite(SITE), now.toEpochMilli()));
    assertThat(database.rows("select incident, building, shed from incident order by incident"))
        .containsExactly("r-1 b07 null", "r-2 null null");
    assertThat(people().find("r-1").orElseThrow().building()).contains("b07");
  }

  private List<String> events() throws SQLException {
    return database.rows("select event from incident_event order by number");
  }
}
