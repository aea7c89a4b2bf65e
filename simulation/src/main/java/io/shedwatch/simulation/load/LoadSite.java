package io.shedwatch.simulation.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the site file of a load run: {@code java -cp ... LoadSite FILE SHEDS SOCKETS}. */
public final class LoadSite {
  private LoadSite() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Path.of(arguments[0]);
    write(file, "load", Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    System.out.println("wrote " + file);
  }

  /** Sheds s0001.. on a grid of 200 m, a building beside each. */
  public static void write(Path file, String site, int sheds, int sockets) throws IOException {
    StringBuilder yaml = new StringBuilder();
    yaml.append("site: %s\nname: {zh: 负载测试, en: Load test}\n".formatted(site));
    yaml.append("timezone: Asia/Shanghai\nreach: {metres: 150, sheds: 3}\n");
    yaml.append("grids:\n  - {id: g1, name: {zh: 一网格, en: Grid 1}, leader: 网格长}\nbuildings:\n");
    for (int i = 0; i < sheds; i++) {
      yaml.append(
          "  - {id: b%04d, name: b%04d, grid: g1, households: 40, x: %d, y: %d}\n"
              .formatted(i + 1, i + 1, 200 * (i % 32) + 20, 200 * (i / 32)));
    }
    yaml.append("sheds:\n");
    for (int i = 0; i < sheds; i++) {
      yaml.append(
          "  - {id: %s, name: %s, sockets: %d, x: %d, y: %d, ratedWatts: 6000}\n"
              .formatted(
                  LoadSettings.shed(i),
                  LoadSettings.shed(i),
                  sockets,
                  200 * (i % 32),
                  200 * (i / 32)));
    }
    Files.writeString(file, yaml);
  }
}
