package io.shedwatch.server.forecast;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.loop.LookLoop;
import io.shedwatch.server.loop.Pace;
import io.shedwatch.server.readings.ReadingHistory;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Looks at the sheds every few seconds on a thread of its own, and shows new forecasts about once a
 * minute of the site's clock. Lanes never wait for it.
 */
public final class ForecastRoom implements AutoCloseable {
  private static final Pace PACE = Pace.everyMillis(3_000).atOnce();
  private static final Duration EVERY = Duration.ofMinutes(1);
  private static final Duration PAST_EVERY = Duration.ofMinutes(15);

  /** On a fast clock the past is not read more often than every so many looks. */
  private static final int PAST_LOOKS = 20;

  private static final Duration PAST = Duration.ofDays(28);

  private final Tools tools;
  private final JdbcPastCharges charges;
  private final Curves curves;
  private final LookLoop loop;
  private Optional<Forecaster> forecaster = Optional.empty();
  private Instant pastAt = Instant.MIN;
  private Instant shownAt = Instant.MIN;
  private int looks = PAST_LOOKS;

  /** What the room is given. */
  public record Tools(
      DataSource database,
      Site site,
      ReadingHistory history,
      ForecastScreen screen,
      InstantSource clock) {}

  private ForecastRoom(Tools tools) {
    this.tools = tools;
    this.charges = new JdbcPastCharges(tools.database(), tools.site());
    this.curves = new Curves(tools.history());
    this.loop = new LookLoop("forecast", PACE, tools.clock(), this::look);
  }

  /** Begins to look. */
  public static ForecastRoom start(Tools tools) {
    ForecastRoom room = new ForecastRoom(tools);
    room.loop.start();
    return room;
  }

  private void look(Instant now) throws SQLException {
    long at = now.toEpochMilli();
    looks++;
    if (looks > PAST_LOOKS && !pastAt.plus(PAST_EVERY).isAfter(now)) {
      forecaster = Optional.of(read(now));
      pastAt = now;
      looks = 0;
    }
    List<ShedSeen> sheds = tools.screen().believed(at);
    for (ShedSeen shed : sheds) {
      for (SocketSeen socket : shed.sockets()) {
        Optional<Curves.Full> full = curves.look(shed.shed(), socket);
        if (full.isPresent()) {
          keep(full.get());
        }
      }
    }
    if (forecaster.isPresent() && !shownAt.plus(EVERY).isAfter(now)) {
      Map<ShedId, ShedForecast> forecasts = forecaster.get().forecasts(sheds, curves, at);
      tools.screen().show(forecasts);
      shownAt = now;
    }
  }

  private void keep(Curves.Full full) throws SQLException {
    Optional<Plateau> plateau = FinishRule.plateauOf(full.charge());
    if (plateau.isPresent()) {
      charges.keep(full, plateau.get());
    }
  }

  private Forecaster read(Instant now) throws SQLException {
    Instant from = now.minus(PAST);
    List<PastCharge> past = charges.since(from);
    long first = past.stream().mapToLong(PastCharge::startedAt).min().orElse(now.toEpochMilli());
    long offset = tools.site().timezone().getRules().getOffset(now).getTotalSeconds() * 1_000L;
    int[] sockets = tools.site().sheds().stream().mapToInt(Site.Shed::sockets).toArray();
    Arrivals.Span span = new Arrivals.Span(first, now.toEpochMilli());
    return new Forecaster(
        new Past(past, offset),
        Arrivals.of(past, sockets, span, offset),
        UsualFull.of(past, sockets, span, offset),
        offset);
  }

  @Override
  public void close() {
    loop.close();
  }
}
