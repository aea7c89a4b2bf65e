package io.shedwatch.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.opentest4j.TestAbortedException;

/**
 * What a test needs of the machine. Where it is missing the test is skipped and says so; on CI a
 * missing part is a failure, since nobody reads a skip there.
 */
public final class Needs {
  private Needs() {}

  /**
   * The first of these programs that is installed.
   *
   * @param what its name for people, with the Debian package that brings it
   */
  public static Path program(String what, String... paths) {
    return Arrays.stream(paths)
        .map(Path::of)
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(() -> missing(what + " is not installed"));
  }

  /** A folder of measured traces, from {@code -Dshedwatch.data=DIR}. */
  public static Path measured(String folder) {
    Path path = Path.of(System.getProperty("shedwatch.data", "../shared/data"), folder);
    if (!Files.isDirectory(path)) {
      // The measured traces do not come with the project: absent on a reader's machine, and no
      // failure.
      throw new TestAbortedException("skipped: no data (" + path + ")");
    }
    return path;
  }

  private static RuntimeException missing(String what) {
    if ("true".equals(System.getenv("CI"))) {
      throw new IllegalStateException(what + ", and this is CI");
    }
    return new TestAbortedException("skipped: " + what);
  }
}
