package io.shedwatch.server.alert;

import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.testkit.Seeds;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The life cycle on H2 in PostgreSQL mode. */
final class H2LifeCycleTest {
  @TempDir private Path folder;
  private TestDatabase database;

  @BeforeEach
  void open() {
    database = TestDatabase.h2(folder);
  }

  @AfterEach
  void close() {
    database.close();
  }

  private LifeCycleLaw law() throws Exception {
    return new LifeCycleLaw(database);
  }

  @Seeds(25)
  void everyTransitionIsLegal(long seed) throws Exception {
    law().everyTransitionIsLegal(new Random(seed));
  }

  @Seeds(25)
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
