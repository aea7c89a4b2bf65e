package io.shedwatch.server.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.site.FileSite;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteSettings;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JdbcPastChargesTest {
  private static final Instant START = Instant.parse("2026-03-02T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void aWatchedPlateauComesBackWithItsSessionAndIsForgottenInTime() throws Exception {
    Site site = FileSite.load(new SiteSettings(Optional.empty()));
    try (TestDatabase database = TestDatabase.h2(folder)) {
      JdbcPastCharges charges = new JdbcPastCharges(database.pool(), site);
      session(database, "one", 3, "2026-03-02 10:00:02+00");
      session(database, "two", 4, "2026-03-02 10:00:02+00");
      Curves.Full full = new Curves.Full(new ShedId("s02"), 3, new Charge(START.toEpochMilli()));
      charges.keep(full, new Plateau(100, 104));
      charges.keep(full, new Plateau(100, 104));

      List<PastCharge> past = charges.since(START.minusSeconds(60));

      assertThat(past).hasSize(2).allSatisfy(one -> assertThat(one.shed()).isEqualTo(1));
      assertThat(past.stream().map(PastCharge::plateau))
          .containsExactlyInAnyOrder(Optional.of(new Plateau(100, 104)), Optional.empty());
      assertThat(charges.since(START.plusSeconds(60))).isEmpty();
      assertThat(database.rows("select count(*) from charge_plateau")).containsExactly("0");
    }
  }

  private static void session(TestDatabase database, String id, int socket, String startedAt)
      throws Exception {
    database.execute(
        "insert into charging_session (session, site, shed, socket, started_at, watt_hours,"
            + " peak_watts) values ('"
            + id
            + "', 'liuxi', 's02', "
            + socket
            + ", timestamp with time zone '"
            + startedAt
            + "', 300, 105)");
  }
}
