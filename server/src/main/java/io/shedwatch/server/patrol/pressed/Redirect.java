package io.shedwatch.server.patrol.pressed;

import io.shedwatch.server.site.Site;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where somebody who stands at a full shed is sent: "9号车棚有 3 个空位，步行 2 分钟".
 *
 * @param minutes on foot, rounded up, as the residents' page counts them
 */
record Redirect(Site.Shed to, int free, int minutes) {
  /** 1.1 m/s along ways 1.3 times the straight line. */
  private static final double METRES_A_MINUTE = 66 / 1.3;

  /** The nearest shed that has a free socket and is heard; empty: there is none in the site. */
  static Optional<Redirect> from(Site.Shed full, Collection<ShedSight> sheds) {
    return sheds.stream()
        .filter(shed -> shed.sight() == ShedSight.Sight.FREE)
        .min(Comparator.comparingDouble(shed -> metres(full, shed.place())))
        .map(shed -> new Redirect(shed.place(), shed.free(), minutes(full, shed.place())));
  }

  private static int minutes(Site.Shed from, Site.Shed to) {
    return (int) Math.max(1, Math.ceil(metres(from, to) / METRES_A_MINUTE));
  }

  private static double metres(Site.Shed from, Site.Shed to) {
    return Math.hypot(from.x() - to.x(), from.y() - to.y());
  }
}
