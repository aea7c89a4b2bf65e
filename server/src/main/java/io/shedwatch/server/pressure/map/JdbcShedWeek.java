package io.shedwatch.server.pressure.map;

import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.pressure.Stay;
import io.shedwatch.server.pressure.WalkMap;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * How taken every shed was in the last seven whole days, from the same rows as the estimate; for
 * rooms above. Nothing is estimated here but how long an order without an end kept its socket.
 */
public final class JdbcShedWeek {
  public static final int DAYS = 7;

  private final JdbcWatched watched;
  private final Site site;

  JdbcShedWeek(JdbcWatched watched, Site site) {
    this.watched = watched;
    this.site = site;
  }

  /**
   * Seven days.
   *
   * @param first a day of the place
   * @param last the day before today
   * @param guessedEnds whether there are orders in it that do not say when their socket was free
   * @param sheds in the order of the site file
   */
  public record Week(LocalDate first, LocalDate last, boolean guessedEnds, List<ShedFill> sheds) {
    public Week {
      sheds = List.copyOf(sheds);
    }
  }

  /** The seven days before the day of {@code now}. */
  public Week read(Instant now) throws SQLException {
    LocalDate today = now.atZone(site.timezone()).toLocalDate();
    return of(site, watched.read(now), today.minusDays(DAYS));
  }

  static Week of(Site site, Optional<Watched> watched, LocalDate first) {
    ZoneId zone = site.timezone();
    FillSweep.Span span =
        new FillSweep.Span(
            first.atStartOfDay(zone).toInstant().toEpochMilli(),
            first.plusDays(DAYS).atStartOfDay(zone).toInstant().toEpochMilli());
    ShedHours.Seen seen = watched.map(all -> seen(site, all)).orElseGet(() -> nothing(site));
    List<ShedFill> sheds = new ArrayList<>();
    for (int i = 0; i < site.sheds().size(); i++) {
      Site.Shed shed = site.sheds().get(i);
      ShedFill empty =
          new ShedFill(
              shed.shed().value(),
              shed.sockets(),
              Collections.nCopies(Hours.A_DAY, ShedFill.Hour.NONE));
      sheds.add(FillSweep.of(zone, i, empty, seen, span));
    }
    boolean guessed =
        watched.stream()
            .flatMap(all -> all.charges().stream())
            .anyMatch(one -> !one.endKnown() && one.startedAt() >= span.from());
    return new Week(first, first.plusDays(DAYS - 1), guessed, sheds);
  }

  /** What lies before the first row and after the day of the last one is dark as well. */
  static ShedHours.Seen seen(Site site, Watched all) {
    WalkMap map = Walks.of(site).map();
    List<Stay> stays =
        new ArrayList<>(Occupancy.stays(site.timezone(), map, all.charges(), all.dark()));
    for (Charge broken : all.broken()) {
      long until = broken.endedAt() == 0 ? Long.MAX_VALUE : broken.endedAt();
      stays.add(
          new Stay(broken.shed(), broken.startedAt(), Math.max(broken.startedAt(), until), false));
    }
    List<Darkness> dark = new ArrayList<>(all.dark());
    for (int i = 0; i < site.sheds().size(); i++) {
      dark.add(new Darkness(i, 0, all.from()));
      dark.add(new Darkness(i, all.until(), Long.MAX_VALUE));
    }
    return new ShedHours.Seen(stays, dark);
  }

  private static ShedHours.Seen nothing(Site site) {
    List<Darkness> dark = new ArrayList<>();
    for (int i = 0; i < site.sheds().size(); i++) {
      dark.add(new Darkness(i, 0, Long.MAX_VALUE));
    }
    return new ShedHours.Seen(List.of(), dark);
  }
}
