package io.shedwatch.server;

import io.shedwatch.server.drill.JdbcDrills;
import io.shedwatch.server.duty.Contact;
import io.shedwatch.server.duty.JdbcRoster;
import io.shedwatch.server.duty.JdbcRounds;
import io.shedwatch.server.live.LiveFeed;
import io.shedwatch.server.notice.NoticeRoom;
import io.shedwatch.server.notice.Recipients;
import io.shedwatch.server.notice.courier.Couriers;
import io.shedwatch.server.notice.courier.Recipient;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Puts couriers, people on duty and drills together. */
final class NoticeWiring {
  private NoticeWiring() {}

  /** The room, and what routes ask for by type. */
  record Open(NoticeRoom room, List<Object> beans) {}

  static Open open(
      RoomSettings settings, Site site, DataSource database, LiveFeed feed, InstantSource clock) {
    JdbcRoster roster = new JdbcRoster(database, site.site());
    try {
      NoticeRoom room =
          NoticeRoom.start(
              new NoticeRoom.Tools(
                  database,
                  site,
                  new Couriers(settings.mail(), Couriers.PATIENCE),
                  new OfRoster(roster),
                  settings.http().publicUrl(),
                  clock));
      List<Object> beans = new ArrayList<>(room.beans());
      beans.add(new NoticeHealth(room));
      beans.add(roster);
      beans.add(new JdbcRounds(database, site.site()));
      beans.add(new JdbcDrills(database, site.site(), feed, feed));
      return new Open(room, beans);
    } catch (SQLException e) {
      throw new StartFault("cannot read what is to be told", e);
    }
  }

  /** The roster's people as couriers reach them. */
  private record OfRoster(JdbcRoster roster) implements Recipients {
    @Override
    public List<Recipient> onDuty(Instant now) throws SQLException {
      return recipients(roster.onDuty(now));
    }

    @Override
    public List<Recipient> leaders(Set<String> grids) throws SQLException {
      return recipients(roster.leaders(grids));
    }

    private static List<Recipient> recipients(List<Contact> contacts) {
      return contacts.stream()
          .map(one -> new Recipient(one.name(), one.phone(), one.email()))
          .toList();
    }
  }
}
