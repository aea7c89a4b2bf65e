package io.shedwatch.server.session.cost;

import io.shedwatch.server.web.Room;
import io.shedwatch.testkit.Postgres;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The median of charges as a real PostgreSQL reckons it. */
final class PostgresChargeCostTest {
  @Test
  void aResidentIsToldThePriceOfTheMedianChargeOnceThereAreEnough() throws Exception {
    Map<String, String> settings = new HashMap<>(HttpChargeCostTest.PRICED);
    try (Postgres postgres = Postgres.start()) {
      settings.put("SHEDWATCH_JDBC_URL", postgres.jdbcUrl());
      settings.put("SHEDWATCH_JDBC_USER", Postgres.USER);
      settings.put("SHEDWATCH_JDBC_PASSWORD", Postgres.PASSWORD);
      try (Room room = Room.start(settings)) {
        HttpChargeCostTest.tellsTheMedianOnceThereAreEnough(room);
      }
    }
  }
}
