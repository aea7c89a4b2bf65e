package io.shedwatch.testkit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A page under docs/ with parts that are generated from the code, between {@code <!-- begin NAME
 * -->} and {@code <!-- end NAME -->}. Tests compare; {@code -Ddocs.write=true} writes.
 */
public final class GeneratedDocument {
  private final Path file;

  private GeneratedDocument(Path file) {
    this.file = file;
  }

  public static GeneratedDocument of(String name) {
    return new GeneratedDocument(Path.of("../docs").resolve(name));
  }

  /** What the page says now. */
  public String part(String name) throws IOException {
    String text = text();
    return text.substring(start(text, name), end(text, name)).strip();
  }

  /** Writes the part anew, where {@code -Ddocs.write=true} asks for it. */
  public void bringUpToDate(String name, String content) throws IOException {
    if (Boolean.getBoolean("docs.write")) {
      String text = text();
      String renewed =
          text.substring(0, start(text, name))
              + "\n"
              + content.strip()
              + "\n"
              + text.substring(end(text, name));
      Files.writeString(file, renewed, StandardCharsets.UTF_8);
    }
  }

  private String text() throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static int start(String text, String name) {
    String mark = "<!-- begin " + name + " -->";
    int at = text.indexOf(mark);
    if (at < 0) {
      throw new AssertionError("no " + mark);
    }
    return at + mark.length();
  }

  private static int end(String text, String name) {
    int at = text.indexOf("<!-- end " + name + " -->");
    if (at < 0) {
      throw new AssertionError("no end of " + name);
    }
    return at;
  }
}
