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
  private final JdbcBuildingWeek week;
  private final JdbcWatched watched;
  private final JdbcEvening evening;
  private final JdbcShedWeek shedWeek;
  private final JdbcMonthPressure month;

  private PressureRoom(
      Site site, JdbcPressure kept, JdbcWatched watched, Walks walks, RefitLoop loop) {
    this.kept = kept;
    this.watched = watched;
    this.walks = walks;
    this.loop = loop;
    this.week = new JdbcBuildingWeek(kept, walks, site);
    this.evening = new JdbcEvening(watched, walks, site);
    this.shedWeek = new JdbcShedWeek(watched, site);
    this.month = new JdbcMonthPressure(kept, walks, site);
  }

  /** Starts estimating; a night that was missed is made up for at once. */
  public static PressureRoom start(DataSource database, Site site, InstantSource clock) {
    Walks walks = Walks.of(site);
    JdbcPressure kept = new JdbcPressure(database, site.site());
    JdbcWatched watched = new JdbcWatched(database, site, walks);
    RefitLoop loop = new RefitLoop(watched, kept, site, walks, clock);
    loop.start();
    return new PressureRoom(site, kept, watched, walks, loop);
  }

  /** Shows the room's numbers. */
  public void show(BiConsumer<String, DoubleSupplier> meters) {
    meters.accept("pressure.refit.millis", loop::tookMillis);
  }

  /** Who can walk where. */
  public Walks walks() {
    return walks;
  }

  /** The newest estimate as a mean week, for rooms above. */
  public JdbcBuildingWeek week() {
    return week;
  }

  /** What routes ask for by type. */
  public List<Object> beans() {
    return List.of(kept, walks, loop, week, evening, watched, shedWeek, month);
  }

  @Override
  public void close() {
    loop.close();
  }
}
