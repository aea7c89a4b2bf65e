package io.shedwatch.server.pressure.map;

import io.shedwatch.server.session.OrdersImported;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Estimates anew each night, after a start that missed a night, and when past orders came in; on
 * one thread that nobody waits for.
 */
final class RefitLoop implements OrdersImported, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefitLoop.class);

  /** When nobody charges and nobody looks. */
  private static final LocalTime NIGHT = LocalTime.of(3, 30);

  private static final long LOOK_MILLIS = 1_000;
  private static final long TROUBLE_PAUSE_MILLIS = 60_000;
  private static final long STOP_MILLIS = 10_000;

  private final JdbcWatched watched;
  private final JdbcPressure kept;
  private final Site site;
  private final Walks walks;
  private final InstantSource clock;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;
  private Instant lookedAt = Instant.MIN;
  private volatile double tookMillis = Double.NaN;

  RefitLoop(JdbcWatched watched, JdbcPressure kept, Site site, Walks walks, InstantSource clock) {
    this.watched = watched;
    this.kept = kept;
    this.site = site;
    this.walks = walks;
    this.clock = clock;
    this.thread = new Thread(this::run, "pressure");
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  @Override
  public void heard() {
    asked.set(true);
  }

  /** How long the last estimate took; NaN before the first. */
  double tookMillis() {
    return tookMillis;
  }

  private void run() {
    try {
      lookedAt = firstLook();
      while (!stopping.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
        Instant now = clock.instant();
        if (!asked.get() && !lookedAt.isBefore(night(now))) {
          continue;
        }
        asked.set(false);
        try {
          refit(now);
          lookedAt = now;
        } catch (SQLException | RuntimeException e) {
          LOG.warn("pressure not estimated, trying again", e);
          asked.set(true);
          stopping.await(TROUBLE_PAUSE_MILLIS, TimeUnit.MILLISECONDS);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Instant firstLook() {
    try {
      return kept.newest().map(Fit::fittedAt).orElse(Instant.MIN);
    } catch (SQLException e) {
      LOG.warn("cannot read when pressure was last estimated", e);
      return Instant.MIN;
    }
  }

  /** The newest time of estimating that is over. */
  private Instant night(Instant now) {
    ZonedDateTime here = now.atZone(site.timezone());
    ZonedDateTime today = here.toLocalDate().atTime(NIGHT).atZone(site.timezone());
    return (today.isAfter(here) ? today.minusDays(1) : today).toInstant();
  }

  private void refit(Instant now) throws SQLException {
    Optional<Watched> seen = watched.read(now);
    if (seen.isEmpty()) {
      return;
    }
    long begin = System.nanoTime();
    Estimating.Night night = Estimating.of(site, walks, seen.get(), now);
    tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    kept.keep(night.took((int) tookMillis));
    LOG.info(
        "pressure estimated sessions={} orders={} groups={} millis={}",
        night.fit().data().sessions(),
        night.fit().data().orders(),
        walks.groups().size(),
        (int) tookMillis);
  }

  @Override
  public void close() {
    stopping.countDown();
    try {
      thread.join(STOP_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
