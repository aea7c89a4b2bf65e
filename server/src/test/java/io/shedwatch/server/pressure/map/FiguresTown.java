package io.shedwatch.server.pressure.map;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.intake.TestDatabase;
import io.shedwatch.server.site.Site;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;

/** A town of any size whose people charge for hours: something to take the time of. */
final class FiguresTown {
  static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final long HOUR = 3_600_000L;
  private static final double SESSIONS_A_SHED_AND_DAY = 17;
  private static final double METRES_APART = 45;
  private static final int BATCH = 5_000;
  private static final int BEDTIME = 23;
  private static final int MORNING = 6;

  private final Site site;
  private final SplittableRandom chance = new SplittableRandom(7);
  private final List<List<Integer>> inReach;
  private final long[][] freeAt;

  FiguresTown(int sheds, int buildings) {
    Site.Name name = new Site.Name("名", "name");
    int columns = (int) Math.ceil(Math.sqrt(buildings));
    List<Site.Building> houses = new ArrayList<>();
    for (int i = 0; i < buildings; i++) {
      int row = i / columns;
      houses.add(
          new Site.Building(
              "b" + (i + 1),
              name,
              "g1",
              12 + chance.nextInt(9),
              -1,
              i % columns * METRES_APART,
              row * METRES_APART));
    }
    List<Site.Shed> stands = new ArrayList<>();
    for (int i = 0; i < sheds; i++) {
      double side = columns * METRES_APART;
      int sockets = i % 17 < 10 ? 11 : 10;
      stands.add(
          new Site.Shed(
              new ShedId("s" + (i + 1)),
              name,
              sockets,
              chance.nextDouble() * side,
              chance.nextDouble() * side,
              6_000));
    }
    site =
        new Site(
            new SiteId("figures"),
            name,
            ZONE,
            new Site.Reach(150, 3),
            List.of(),
            houses,
            stands,
            true);
    Walks walks = Walks.of(site);
    inReach =
        houses.stream()
            .map(house -> Walks.inReach(site, house).stream().map(walks.shedIndex()::get).toList())
            .toList();
    freeAt = stands.stream().map(shed -> new long[shed.sockets()]).toArray(long[][]::new);
  }

  Site site() {
    return site;
  }

  /**
   * Sessions of whole days, in the order of their start; nobody is remembered between two calls.
   */
  List<Charge> days(LocalDate first, int days) {
    List<Charge> charges = new ArrayList<>();
    int visits = (int) (SESSIONS_A_SHED_AND_DAY * site.sheds().size());
    for (int day = 0; day < days; day++) {
      long midnight = first.plusDays(day).atStartOfDay(ZONE).toInstant().toEpochMilli();
      long[] comes = new long[visits];
      for (int i = 0; i < visits; i++) {
        boolean evening = chance.nextDouble() < 0.7;
        double hour = evening ? 18.5 + 1.5 * chance.nextGaussian() : 7 + 15 * chance.nextDouble();
        comes[i] = midnight + (long) (Math.max(0, Math.min(23.9, hour)) * HOUR);
      }
      java.util.Arrays.sort(comes);
      for (long at : comes) {
        plug(at, inReach.get(chance.nextInt(inReach.size())), charges);
      }
    }
    charges.sort(Comparator.comparingLong(Charge::startedAt));
    return charges;
  }

  private void plug(long at, List<Integer> sheds, List<Charge> charges) {
    for (int shed : sheds) {
      int first = chance.nextInt(freeAt[shed].length);
      for (int i = 0; i < freeAt[shed].length; i++) {
        int socket = (first + i) % freeAt[shed].length;
        if (freeAt[shed][socket] <= at) {
          long full = at + (long) ((2 + 3 * chance.nextDouble()) * HOUR);
          long gone = fetched(full);
          freeAt[shed][socket] = gone;
          charges.add(new Charge(shed, socket + 1, at, full, gone, false, true));
          return;
        }
      }
    }
  }

  /** Half come for their bike soon, half later; who would have to get up comes in the morning. */
  private long fetched(long full) {
    double hours = (chance.nextDouble() < 0.5 ? 1 : 5) * (0.5 + chance.nextDouble());
    ZonedDateTime at = Instant.ofEpochMilli(full + (long) (hours * HOUR)).atZone(ZONE);
    if (at.getHour() >= BEDTIME || at.getHour() < MORNING) {
      LocalDate day = at.getHour() < MORNING ? at.toLocalDate() : at.toLocalDate().plusDays(1);
      at = day.atTime(MORNING, 0).atZone(ZONE).plusMinutes(chance.nextInt(180));
    }
    return at.toInstant().toEpochMilli();
  }

  /** Writes them as measured sessions. */
  static void fill(TestDatabase database, List<Charge> charges) throws SQLException {
    try (Connection connection = database.pool().getConnection();
        PreparedStatement insert =
            connection.prepareStatement(
                "insert into charging_session (session, site, shed, socket, started_at, finished_at,"
                    + " ended_at, watt_hours, peak_watts, stop_reason, imported)"
                    + " values (?, 'figures', ?, ?, ?, ?, ?, 500, 150, 'unplugged', false)")) {
      connection.setAutoCommit(false);
      int waiting = 0;
      for (Charge charge : charges) {
        insert.setString(1, charge.shed() + "-" + charge.socket() + "-" + charge.startedAt());
        insert.setString(2, "s" + (charge.shed() + 1));
        insert.setInt(3, charge.socket());
        insert.setTimestamp(4, new Timestamp(charge.startedAt()));
        insert.setTimestamp(5, new Timestamp(charge.finishedAt()));
        insert.setTimestamp(6, new Timestamp(charge.endedAt()));
        insert.addBatch();
        if (++waiting == BATCH) {
          insert.executeBatch();
          connection.commit();
          waiting = 0;
        }
      }
      insert.executeBatch();
      connection.commit();
    }
  }
}
