package io.shedwatch.server.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
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

  /** A style that the build put into a page. */
  private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

  private static final String FOLDER = "/dashboards/";

  private final Map<String, PageFile> read = new ConcurrentHashMap<>();

  /**
   * One file: as it is, zipped (empty when that does not make it smaller), its ETag, and the hashes
   * of the styles inside it, as a content security policy names them.
   */
  static final class PageFile {
    private final byte[] plain;
    private final byte[] zipped;
    private final String tag;
    private final List<String> styles;

    private PageFile(byte[] plain, byte[] zipped, String tag, List<String> styles) {
      this.plain = plain;
      this.zipped = zipped;
      this.tag = tag;
      this.styles = styles;
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

    List<String> styles() {
      return styles;
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
      PageFile file = file(name, in.readAllBytes());
      read.put(name, file);
      return Optional.of(file);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }

  private static PageFile file(String name, byte[] plain) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    }
    CRC32 sum = new CRC32();
    sum.update(plain);
    boolean smaller = out.size() < plain.length * 9 / 10;
    String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + plain.length + "\"";
    List<String> styles = name.endsWith(".html") ? styles(plain) : List.of();
    return new PageFile(plain, smaller ? out.toByteArray() : new byte[0], tag, styles);
  }

  private static List<String> styles(byte[] page) {
    return STYLE
        .matcher(new String(page, StandardCharsets.UTF_8))
        .results()
        .map(found -> "'sha256-" + sha256(found.group(1)) + "'")
        .toList();
  }

  private static String sha256(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // Every Java has it.
    }
  }
}
