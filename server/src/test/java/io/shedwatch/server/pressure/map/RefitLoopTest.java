package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.intake.TestDatabase;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** When there is something to estimate anew. */
final class RefitLoopTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-03-02");
  private static final Duration A_WHILE = Duration.ofMinutes(3);
  private static final int DAYS = 6;

  @TempDir private Path folder;

  @Test
  void daysThatBoxesFillInLaterAreEstimatedBeforeTheNight() throws Exception {
    FiguresTown town = new FiguresTown(4, 12);
    Walks walks = Walks.of(town.site());
    try (TestDatabase database = TestDatabase.h2(folder)) {
      JdbcWatched watched = new JdbcWatched(database.pool(), town.site(), walks);
      JdbcPressure kept = new JdbcPressure(database.pool(), town.site().site());
      Instant now = FIRST.plusDays(DAYS).atTime(10, 0).atZone(FiguresTown.ZONE).toInstant();
      try (RefitLoop loop =
          new RefitLoop(watched, kept, town.site(), walks, InstantSource.fixed(now))) {
        loop.look(now);
        assertThat(kept.newest()).as("nothing was heard yet").isEmpty();

        List<Charge> all = town.days(FIRST, DAYS);
        List<Charge> half = all.subList(0, all.size() / 2);
        FiguresTown.fill(database, half);
        now = now.plus(A_WHILE);
        loop.look(now);
        assertThat(sessions(kept)).as("the map of the first days").contains(half.size());

        List<Charge> few = all.subList(half.size(), half.size() + 20);
        FiguresTown.fill(database, few);
        now = now.plus(A_WHILE);
        loop.look(now);
        assertThat(sessions(kept)).as("a few wait for the night").contains(half.size());

        FiguresTown.fill(database, all.subList(half.size() + few.size(), all.size()));
        now = now.plus(A_WHILE);
        loop.look(now);
        assertThat(sessions(kept)).contains(all.size());

        Instant made = kept.newest().orElseThrow().fittedAt();
        loop.look(now.plus(A_WHILE));
        assertThat(kept.newest().orElseThrow().fittedAt()).as("nothing more came").isEqualTo(made);
      }
    }
  }

  private static Optional<Integer> sessions(JdbcPressure kept) throws SQLException {
    return kept.newest().map(fit -> fit.data().sessions());
  }
}
