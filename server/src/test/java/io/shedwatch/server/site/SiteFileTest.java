package io.shedwatch.server.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.ShedId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SiteFileTest {
  private static final String GOOD =
      """
      site: wuyi
      name: {zh: 五一新村, en: May Day Village}
      timezone: Asia/Shanghai
      reach: {metres: 120, sheds: 2}
      grids:
        - {id: g1, name: 一网格, leader: 网格长}
      buildings:
        - {id: b01, name: 1号楼, grid: g1, households: 24, bikes: 30, x: 0, y: 0}
        - {id: b02, name: 2号楼, grid: g1, households: 24, x: 40.5, y: -3}
      sheds:
        - {id: s01, name: {zh: 东棚, en: East shed}, sockets: 8, x: 20, y: 10, ratedWatts: 4500}
        - {id: s02, name: West shed, sockets: 4, x: -20, y: 10}
      """;

  @Test
  void readsAllFields() {
    Site site = SiteFile.parse("test", GOOD);
    assertThat(site.site().value()).isEqualTo("wuyi");
    assertThat(site.name()).isEqualTo(new Site.Name("五一新村", "May Day Village"));
    assertThat(site.timezone()).isEqualTo(ZoneId.of("Asia/Shanghai"));
    assertThat(site.reach()).isEqualTo(new Site.Reach(120, 2));
    assertThat(site.illustration()).isFalse();
    assertThat(site.grids())
        .containsExactly(new Site.Grid("g1", new Site.Name("一网格", "一网格"), "网格长"));
    assertThat(site.buildings().get(0).bikes()).isEqualTo(30);
    assertThat(site.buildings().get(1))
        .isEqualTo(new Site.Building("b02", new Site.Name("2号楼", "2号楼"), "g1", 24, -1, 40.5, -3));
    assertThat(site.shed(new ShedId("s01")).orElseThrow().ratedWatts()).isEqualTo(4500);
    assertThat(site.shed(new ShedId("s02")).orElseThrow().ratedWatts()).isEqualTo(6000);
    assertThat(site.shed(new ShedId("s02")).orElseThrow().name().en()).isEqualTo("West shed");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          site: wuyi        | site: Wu_Yi        | line 1: site must match
          site: wuyi        | stie: wuyi         | line 1: unknown key 'stie'; the nearest is 'site'
          timezone: Asia/Shanghai | timezone: Asia/Shangai | line 3: timezone must be a time zone
          zh: 五一新村      | zn: 五一新村       | line 2: name: unknown key 'zn'; the nearest is 'zh'
          metres: 120       | meters: 120        | line 4: reach: unknown key 'meters'; the nearest is 'metres'
          metres: 120       | metres: 1          | line 4: reach: metres must be a number from 10 to 2000: 1
          sheds: 2}         | sheds: 2.5}        | line 4: reach: sheds must be a whole number
          grid: g1, households: 24, bikes | grid: g7, households: 24, bikes | line 8: buildings[1]: grid names no grid of this file: g7
          households: 24, x | households: -1, x  | line 9: buildings[2]: households must be a number from 0 to 10000: -1
          households: 24, x | households: many, x | line 9: buildings[2]: households must be a number
          x: 40.5           | x: .nan            | line 9: buildings[2]: x must be a number
          x: 40.5           | lon: 40.5          | line 9: buildings[2]: unknown key 'lon'
          id: b02           | id: b01            | has the id b01 twice
          id: s02           | id: s01            | has the id s01 twice
          id: s02           | id: s/2            | sheds[2]: id must match
          sockets: 8        | sockets: 0         | line 11: sheds[1]: sockets must be a number from 1 to 256: 0
          sockets: 8        | sockets: 300       | line 11: sheds[1]: sockets must be a number from 1 to 256: 300
          sockets: 8        | socket: 8          | line 11: sheds[1]: unknown key 'socket'; the nearest is 'sockets'
          sockets: 8, x     | x                  | line 11: sheds[1]: sockets is missing
          ratedWatts: 4500  | ratedWatts: 0      | ratedWatts must be a number from 1 to 1000000: 0
          name: West shed   | name: ''           | name must be text of 1 to 60 characters
          leader: 网格长    | leader: [a]        | line 6: grids[1]: leader must be one value
          site: wuyi        | site: [            | not YAML
          """)
  void namesTheLineAndTheFault(String good, String bad, String message) {
    assertThat(GOOD).contains(good);
    String text = GOOD.replace(good, bad);
    assertThatThrownBy(() -> SiteFile.parse("test", text))
        .isInstanceOf(SiteFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void tellsAllFaultsAtOnce() {
    String text = GOOD.replace("sockets: 8", "sockets: 0").replace("x: 40.5", "x: far");
    assertThatThrownBy(() -> SiteFile.parse("test", text))
        .hasMessageContaining("line 9")
        .hasMessageContaining("line 11");
  }

  @Test
  void aSiteNeedsSheds() {
    String text = GOOD.substring(0, GOOD.indexOf("sheds:\n"));
    assertThatThrownBy(() -> SiteFile.parse("test", text))
        .hasMessageContaining("sheds must list at least one shed");
  }

  @Test
  void refusesWhatIsNoMapping() {
    assertThatThrownBy(() -> SiteFile.parse("test", "")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> SiteFile.parse("test", "- a"))
        .hasMessageContaining("line 1: must be a mapping");
  }

  @Test
  void saysWhichFileCannotBeRead(@TempDir Path folder) throws Exception {
    assertThatThrownBy(() -> FileSite.read(folder.resolve("none.yml")))
        .isInstanceOf(SiteFault.class)
        .hasMessageContaining("none.yml")
        .hasMessageContaining("cannot be read");
    Path binary = folder.resolve("site.yml");
    Files.write(binary, "site: \u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> FileSite.read(binary)).isInstanceOf(SiteFault.class);
  }
}
