package io.shedwatch.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of the pages, read from the classpath once, each also zipped where that helps. They are
 * under 1 MB together, so all that were asked for stay in memory.
 */
final class PageFiles {
  /** No dots but before endings, no way up: nothing outside the folder has such a name. */
  private static final Pattern NAME =
      Pattern.compile("(?:[A-Za-z0-9_-]+/){0,3}[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+){1,3}");

  private static final String FOLDER = "/dashboards/";

  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /** One file: as it is, zipped (empty when that does not make it smaller), and its ETag. */
  static final class PageFile {
    private final byte[] plain;
    private final byte[] zipped;
    private final String tag;

    private PageFile(byte[] plain, byte[] zipped, String tag) {
      this.plain = plain;
      this.zipped = zipped;
      this.tag = tag;
    }

    byte[] plain() {
      return plain;
    }

    byte[] zipped() {
      return zipped;
    }

    String tag() {
      return tag;
    }
  }

  /** The file of that name; names that are not there are not remembered. */
  Optional<PageFile> find(String name) {
    @Nullable PageFile known = read.get(name);
    if (known != null) {
      return Optional.of(known);
    }
    if (!NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
      if (in == null) {
        return Optional.empty();
      }
      PageFile file = file(in.readAllBytes());
      read.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static PageFile file(byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    CRC32 sum = new CRC32();
    sum.update(plain);
    boolean smaller = out.size() < plain.length * 9 / 10;
    String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + plain.length + "\"";
    return new PageFile(plain, smaller ? out.toByteArray() : new byte[0], tag);
  }
}
