package io.shedwatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Holds the line on size and words, over every source file of the project. */
final class TidyTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

  /** The aim is about 250; the formatter's line breaks need a little more before it fails. */
  private static final int MOST_LINES = 300;

  private static final Pattern SOURCE = Pattern.compile(".*\\.(java|ts|tsx|css|sql|py|mjs)$");
  private static final Set<String> NOT_OURS =
      Set.of("target", "node_modules", "dist", ".git", "data");
  private static final Pattern VAGUE_NAME =
      Pattern.compile(".*(Manager|Helper|Util|Utils|Base|Impl|Service|Processor|Data|Info)\\.java");
  private static final Pattern VAGUE_PACKAGE =
      Pattern.compile(".*/(util|common|helper|model|dto|service|impl)/[^/]*\\.java");
  private static final Pattern LEFT_OVER = Pattern.compile("\\b(TODO|FIXME|XXX)\\b|@Disabled");

  @Test
  void filesStaySmallOrGiveAReason() throws IOException {
    Set<String> excused = exceptions();
    assertThat(sources().filter(file -> lines(file).size() > MOST_LINES).map(TidyTest::name))
        .allSatisfy(name -> assertThat(excused).contains(name));
  }

  @Test
  void everyExceptionIsStillNeeded() throws IOException {
    assertThat(exceptions())
        .allSatisfy(name -> assertThat(lines(ROOT.resolve(name))).hasSizeGreaterThan(MOST_LINES));
  }

  @Test
  void namesSayWhatAThingIs() throws IOException {
    assertThat(sources().map(TidyTest::name))
        .noneMatch(name -> VAGUE_NAME.matcher(name).matches())
        .noneMatch(name -> VAGUE_PACKAGE.matcher(name).matches());
  }

  @Test
  void nothingIsLeftForLater() throws IOException {
    assertThat(sources().filter(file -> !file.endsWith("TidyTest.java")))
        .allSatisfy(
            file -> assertThat(lines(file)).noneMatch(line -> LEFT_OVER.matcher(line).find()));
  }

  @Test
  void testsWaitForEventsInsteadOfSleeping() throws IOException {
    assertThat(sources().filter(file -> name(file).contains("/src/test/java/")))
        .filteredOn(file -> !file.endsWith("TidyTest.java"))
        .allSatisfy(
            file -> assertThat(lines(file)).noneMatch(line -> line.contains("Thread.sleep")));
  }

  private static Stream<Path> sources() throws IOException {
    try (Stream<Path> tops = Files.walk(ROOT, 1)) {
      return tops
          .filter(top -> !top.equals(ROOT) && Files.isDirectory(top))
          .filter(top -> !NOT_OURS.contains(top.getFileName().toString()))
          .toList()
          .stream()
          .flatMap(TidyTest::walk)
          .filter(file -> SOURCE.matcher(file.toString()).matches());
    }
  }

  private static Stream<Path> walk(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> !NOT_OURS.contains(file.getFileName().toString()) || isPackage(file))
          .toList()
          .stream()
          .flatMap(file -> Files.isDirectory(file) ? walk(file) : Stream.of(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isPackage(Path folder) {
    return folder.toString().contains("/src/");
  }

  private static String name(Path file) {
    return ROOT.relativize(file).toString();
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Set<String> exceptions() {
    return lines(Path.of("src/test/resources/tidy-exceptions.txt")).stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\s+", 2)[0])
        .collect(Collectors.toSet());
  }
}
