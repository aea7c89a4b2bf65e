package io.shedwatch.simulation.town;

import java.util.Locale;

/**
 * Site files of any size, for demonstrations and load: sheds on a grid of 200 m, wider than high,
 * three buildings around each. {@code java -cp ... GridSite SITE SHEDS SOCKETS} prints one.
 */
public final class GridSite {
  /** A plan of this width for its height fills a screen. */
  private static final double WIDTH_TO_HEIGHT = 1.6;

  private static final int METRES_APART = 200;
  private static final int BUILDINGS_PER_SHED = 3;
  private static final int HOUSEHOLDS = 17;

  private GridSite() {}

  public static void main(String[] arguments) {
    System.out.print(
        yaml(arguments[0], Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2])));
  }

  /**
   * The text of a site file.
   *
   * @param sheds s01 and so on, with as many digits as the last one needs, two at least
   * @param sockets of each shed
   */
  public static String yaml(String site, int sheds, int sockets) {
    int inARow = (int) Math.ceil(Math.sqrt(sheds * WIDTH_TO_HEIGHT));
    StringBuilder yaml = new StringBuilder();
    line(yaml, "site: %s", site);
    line(yaml, "name: {zh: 网格示例, en: Grid example}");
    line(yaml, "timezone: Asia/Shanghai");
    line(yaml, "illustration: true");
    line(yaml, "reach: {metres: 150, sheds: 3}");
    line(yaml, "grids:");
    line(yaml, "  - {id: g1, name: {zh: 第一微网格, en: Grid 1}, leader: 网格长}");
    line(yaml, "buildings:");
    for (int i = 0; i < sheds * BUILDINGS_PER_SHED; i++) {
      int shed = i / BUILDINGS_PER_SHED;
      int beside = (i % BUILDINGS_PER_SHED - 1) * 40;
      line(
          yaml,
          "  - {id: b%02d, name: {zh: %d号楼, en: Building %d}, grid: g1, households: %d, x: %d, y: %d}",
          i + 1,
          i + 1,
          i + 1,
          HOUSEHOLDS,
          x(shed, inARow) + beside,
          y(shed, inARow) + 25);
    }
    line(yaml, "sheds:");
    for (int shed = 0; shed < sheds; shed++) {
      line(
          yaml,
          "  - {id: %s, name: {zh: %d号车棚, en: Shed %d}, sockets: %d, x: %d, y: %d, ratedWatts: 6000}",
          shedName(shed, sheds),
          shed + 1,
          shed + 1,
          sockets,
          x(shed, inARow),
          y(shed, inARow));
    }
    return yaml.toString();
  }

  /** Name of the shed with this index, from 0, among so many. */
  public static String shedName(int index, int sheds) {
    int digits = Math.max(2, Integer.toString(sheds).length());
    return "s" + String.format(Locale.ROOT, "%0" + digits + "d", index + 1);
  }

  private static int x(int shed, int inARow) {
    return shed % inARow * METRES_APART;
  }

  private static int y(int shed, int inARow) {
    return shed / inARow * METRES_APART;
  }

  private static void line(StringBuilder yaml, String format, Object... values) {
    yaml.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
