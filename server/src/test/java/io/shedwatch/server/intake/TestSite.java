package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.Site;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** A site of small sheds: s01, s02, … */
final class TestSite {
  private TestSite() {}

  static Site of(int sheds, int sockets) {
    List<Site.Shed> all = new ArrayList<>();
    for (int i = 1; i <= sheds; i++) {
      String id = "s%02d".formatted(i);
      all.add(new Site.Shed(new ShedId(id), new Site.Name(id, id), sockets, i, i, 6_000));
    }
    return new Site(
        new SiteId("test"),
        new Site.Name("test", "test"),
        ZoneId.of("Asia/Shanghai"),
        new Site.Reach(150, 3),
        List.of(),
        List.of(),
        all,
        true);
  }
}
