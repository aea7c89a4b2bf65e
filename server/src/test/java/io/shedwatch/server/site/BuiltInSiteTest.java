package io.shedwatch.server.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BuiltInSiteTest {
  private final Site site = FileSite.builtIn();

  @Test
  void hasTheNumbersOfTheRealKindOfEstateAndSaysThatItIsAnIllustration() {
    assertThat(site.site().value()).isEqualTo("liuxi");
    assertThat(site.illustration()).isTrue();
    assertThat(site.buildings().stream().map(Site.Building::building))
        .containsExactlyElementsOf(numbered("b", 55));
    assertThat(site.sheds().stream().map(shed -> shed.shed().value()))
        .containsExactlyElementsOf(numbered("s", 17));
    assertThat(site.sheds().stream().filter(shed -> shed.sockets() == 11)).hasSize(10);
    assertThat(site.sheds().stream().filter(shed -> shed.sockets() == 10)).hasSize(7);
    // 850 households of about 2.6 residents each are 2,200 residents.
    assertThat(site.buildings().stream().mapToInt(Site.Building::households).sum()).isEqualTo(850);
  }

  @Test
  void everyBuildingHasAShedInReachAndNobodySharesAPlace() {
    for (Site.Building building : site.buildings()) {
      assertThat(site.sheds())
          .anyMatch(
              shed ->
                  Math.hypot(shed.x() - building.x(), shed.y() - building.y())
                      <= site.reach().metres());
    }
    assertThat(site.buildings().stream().map(place -> place.x() + " " + place.y()))
        .doesNotHaveDuplicates();
  }

  private static Iterable<String> numbered(String letter, int last) {
    return IntStream.rangeClosed(1, last)
        .mapToObj(number -> letter + (number < 10 ? "0" : "") + number)
        .toList();
  }
}
