package io.shedwatch.server;

import io.shedwatch.server.notice.NoticeRoom;
import io.shedwatch.server.notice.Recipients;
import io.shedwatch.server.notice.courier.Couriers;
import io.shedwatch.server.notice.courier.Recipient;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import javax.sql.DataSource;

/** Puts couriers and people together for the room of notices. */
final class NoticeWiring {
  private NoticeWiring() {}

  static NoticeRoom open(
      RoomSettings settings, Site site, DataSource database, InstantSource clock) {
    try {
      return NoticeRoom.start(
          new NoticeRoom.Tools(
              database,
              site,
              new Couriers(settings.mail(), Couriers.PATIENCE),
              new Nobody(),
              settings.http().publicUrl(),
              clock));
    } catch (SQLException e) {
      throw new StartFault("cannot read what is to be told", e);
    }
  }

  /** Without a roster. */
  private record Nobody() implements Recipients {
    @Override
    public List<Recipient> onDuty(Instant now) {
      return List.of();
    }

    @Override
    public List<Recipient> leaders(Set<String> grids) {
      return List.of();
    }
  }
}
