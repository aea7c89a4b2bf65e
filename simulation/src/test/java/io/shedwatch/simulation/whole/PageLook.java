package io.shedwatch.simulation.whole;

import io.shedwatch.testkit.Needs;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A walk through all pages in Chromium, by the pages' own program; fails when a page complains. Its
 * pictures are kept in {@code dashboards/target/screenshots}.
 */
final class PageLook {
  private PageLook() {}

  /**
   * Looks.
   *
   * @param tripped so many red sockets the plan must show
   */
  static void at(Path folder, String url, String password, int tripped) throws IOException {
    Needs.program("Chromium (package chromium)", "/usr/bin/chromium");
    Path dashboards = Path.of("../dashboards").toAbsolutePath().normalize();
    RunningProgram.start(
            folder,
            "look",
            List.of(
                "env",
                "SHEDWATCH_URL=" + url,
                "SHEDWATCH_USER=admin",
                "SHEDWATCH_PASSWORD=" + password,
                "SHEDWATCH_TRIPPED=" + tripped,
                "npm",
                "--prefix",
                dashboards.toString(),
                "run",
                "--silent",
                "look"))
        .awaitSuccess();
    Path picture = dashboards.resolve("target/screenshots/real-board.png");
    if (Files.size(picture) == 0) {
      throw new AssertionError("an empty picture: " + picture);
    }
  }
}
