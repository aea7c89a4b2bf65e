package io.shedwatch.server.alert;

import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.testkit.Postgres;
import io.shedwatch.testkit.Seeds;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The life cycle on a real PostgreSQL. */
final class PostgresLifeCycleTest {
  private static final AtomicInteger NUMBER = new AtomicInteger();
  private static Postgres postgres;
  private TestDatabase database;

  @BeforeAll
  static void startPostgres() throws Exception {
    postgres = Postgres.start();
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.postgres(postgres, "life" + NUMBER.incrementAndGet());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private LifeCycleLaw law() throws Exception {
    return new LifeCycleLaw(database);
  }

  @Seeds(6)
  void everyTransitionIsLegal(long seed) throws Exception {
    law().everyTransitionIsLegal(new Random(seed));
  }

  @Seeds(10)
  void parallelArrivalMakesNoDuplicate(long seed) throws Exception {
    law().parallelArrivalMakesNoDuplicate(new Random(seed));
  }

  @Test
  void timeEscalatesAndReAlarms() throws Exception {
    new LifeCycleTimes(database).timeEscalatesAndReAlarms();
  }

  @Test
  void aShelfEnds() throws Exception {
    new LifeCycleTimes(database).aShelfEnds();
  }

  @Test
  void anOfflineShedInhibitsItsSockets() throws Exception {
    new LifeCycleTimes(database).anOfflineShedInhibitsItsSockets();
  }

  @Test
  void aPlannedOutageInhibits() throws Exception {
    new LifeCycleTimes(database).aPlannedOutageInhibits();
  }

  @Test
  void aPlannedOutageHoldsNoDrillBack() throws Exception {
    new LifeCycleTimes(database).aPlannedOutageHoldsNoDrillBack();
  }

  @Test
  void whatFlapsIsSaidOnce() throws Exception {
    new LifeCycleTimes(database).whatFlapsIsSaidOnce();
  }

  @Test
  void aBuildingAndTheSystemHaveIncidents() throws Exception {
    new LifeCycleTimes(database).aBuildingAndTheSystemHaveIncidents();
  }
}
