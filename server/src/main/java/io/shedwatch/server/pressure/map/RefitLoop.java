package io.shedwatch.server.pressure.map;

import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.pressure.Start;
import io.shedwatch.server.session.OrdersImported;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Estimates anew each night, after a start that missed a night, when past orders came in, and when
 * boxes brought many sessions of days that are over: a new site has its map when its first day is
 * filled in, and not a night later. On one thread that nobody waits for.
 */
final class RefitLoop implements OrdersImported, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(RefitLoop.class);

  /** When nobody charges and nobody looks. */
  private static final LocalTime NIGHT = LocalTime.of(3, 30);

  private static final Duration LATE_EVERY = Duration.ofMinutes(2);

  /** Fewer sessions than these change no map. */
  private static final int FEW = 50;

  /** Of those that are known, one in so many. */
  private static final int MANY_ONE_IN = 5;

  private static final Pace PACE =
      Pace.everyMillis(1_000).afterTroubleMillis(60_000).stopWithinMillis(10_000);

  private final JdbcWatched watched;
  private final JdbcPressure kept;
  private final Site site;
  private final Walks walks;
  private final AtomicBoolean asked = new AtomicBoolean();
  private final LookLoop loop;
  private Optional<Instant> lookedAt = Optional.empty();
  private Instant lateAt = Instant.MIN;

  /** Sessions that were there for the last estimate; before the first here, what the fit says. */
  private OptionalInt estimated = OptionalInt.empty();

  private volatile double tookMillis = Double.NaN;

  RefitLoop(JdbcWatched watched, JdbcPressure kept, Site site, Walks walks, InstantSource clock) {
    this.watched = watched;
    this.kept = kept;
    this.site = site;
    this.walks = walks;
    this.loop = new LookLoop("pressure", PACE, clock, this::look);
  }

  void start() {
    loop.start();
  }

  @Override
  public void heard() {
    asked.set(true);
  }

  /** How long the last estimate took; NaN before the first. */
  double tookMillis() {
    return tookMillis;
  }

  void look(Instant now) throws SQLException {
    if (lookedAt.isEmpty()) {
      lookedAt = Optional.of(kept.newest().map(Fit::fittedAt).orElse(Instant.MIN));
    }
    boolean heard = asked.getAndSet(false);
    if (!heard && !lookedAt.get().isBefore(night(now)) && !manyCameLate(now)) {
      return;
    }
    try {
      refit(now);
    } catch (SQLException | RuntimeException | Error e) {
      asked.set(true); // What came in is still to be estimated.
      throw e;
    }
    lookedAt = Optional.of(now);
  }

  private boolean manyCameLate(Instant now) throws SQLException {
    if (now.isBefore(lateAt)) {
      return false;
    }
    lateAt = now.plus(LATE_EVERY);
    int known = estimated.orElse(kept.newest().map(fit -> fit.data().sessions()).orElse(0));
    return watched.sessions(now) - known >= Math.max(FEW, known / MANY_ONE_IN);
  }

  /** The newest time of estimating that is over. */
  private Instant night(Instant now) {
    ZonedDateTime here = now.atZone(site.timezone());
    ZonedDateTime today = here.toLocalDate().atTime(NIGHT).atZone(site.timezone());
    return (today.isAfter(here) ? today.minusDays(1) : today).toInstant();
  }

  private void refit(Instant now) throws SQLException {
    estimated = OptionalInt.of(watched.sessions(now));
    Optional<Watched> seen = watched.read(now);
    if (seen.isEmpty()) {
      return;
    }
    Optional<Start> lastNight = kept.start(walks);
    long begin = System.nanoTime();
    Estimating.Night night = Estimating.of(site, walks, seen.get(), lastNight, now);
    tookMillis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
    kept.keep(night.took((int) tookMillis), walks);
    LOG.info(
        "pressure estimated sessions={} orders={} groups={} millis={}",
        night.fit().data().sessions(),
        night.fit().data().orders(),
        walks.groups().size(),
        (int) tookMillis);
  }

  @Override
  public void close() {
    loop.close();
  }
}
