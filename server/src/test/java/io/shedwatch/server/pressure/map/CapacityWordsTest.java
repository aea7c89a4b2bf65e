package io.shedwatch.server.pressure.map;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.Site;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CapacityWordsTest {
  private static CapacityWords.Added added(int shed, int sockets) {
    Site.Name name = new Site.Name(shed + "号车棚", "Shed " + shed);
    ShedId id = new ShedId(String.format("s%02d", shed));
    return new CapacityWords.Added(new Site.Shed(id, name, 11, 0, 0, 6_000), sockets);
  }

  @Test
  void aPlanIsOneSentenceWithPlacesNumberAndInterval() {
    Site.Name words =
        CapacityWords.sockets(List.of(added(4, 3), added(11, 2)), new Estimate(4.12, 3.2, 4.98));
    assertThat(words.en())
        .isEqualTo(
            "5 more sockets: put 3 at Shed 4, 2 at Shed 11: about 4.1 fewer turned away a day"
                + " (3.2 to 5.0).");
    assertThat(words.zh()).isEqualTo("加 5 个插座：4号车棚 3 个、11号车棚 2 个，每天约少扑空 4.1（3.2 至 5.0）人。");
  }

  @Test
  void soIsMovingBikes() {
    Site.Name words = CapacityWords.moved(30, new Estimate(6.3, 5.1, 7.7));
    assertThat(words.en())
        .isEqualTo(
            "Getting bikes moved within 30 min of full: about 6.3 fewer turned away a day (5.1 to"
                + " 7.7).");
    assertThat(words.zh()).isEqualTo("充满后 30 分钟内挪车：每天约少扑空 6.3（5.1 至 7.7）人。");
  }

  @Test
  void aPlanOfNothingSaysSo() {
    assertThat(CapacityWords.sockets(List.of(), new Estimate(0, 0, 0)).en())
        .isEqualTo("No place is worth another socket.");
  }
}
