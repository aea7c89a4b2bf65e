package io.shedwatch.server.pressure.map;

import io.shedwatch.server.site.Site;
import java.time.InstantSource;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.DoubleSupplier;
import javax.sql.DataSource;

/** The room as the main opens it. */
public final class PressureRoom implements AutoCloseable {
  private final JdbcPressure kept;
  private final Walks walks;
  private final RefitLoop loop;

  private PressureRoom(JdbcPressure kept, Walks walks, RefitLoop loop) {
    this.kept = kept;
    this.walks = walks;
    this.loop = loop;
  }

  /** Starts estimating; a night that was missed is made up for at once. */
  public static PressureRoom start(DataSource database, Site site, InstantSource clock) {
    Walks walks = Walks.of(site);
    JdbcPressure kept = new JdbcPressure(database, site.site());
    RefitLoop loop =
        new RefitLoop(new JdbcWatched(database, site, walks), kept, site, walks, clock);
    loop.start();
    return new PressureRoom(kept, walks, loop);
  }

  /** Shows the room's numbers. */
  public void show(BiConsumer<String, DoubleSupplier> meters) {
    meters.accept("pressure.refit.millis", loop::tookMillis);
  }

  /** What routes ask for by type. */
  public List<Object> beans() {
    return List.of(kept, walks, loop);
  }

  @Override
  public void close() {
    loop.close();
  }
}
