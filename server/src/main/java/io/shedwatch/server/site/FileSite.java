package io.shedwatch.server.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Reads the site file from disk, or the built-in illustration. */
public final class FileSite {
  /** 55 buildings and 17 sheds fill 10 KB; a larger file than this is a mistake. */
  private static final long MAX_BYTES = 4L * 1024 * 1024;

  private static final String BUILT_IN = "/site/liuxi.yml";

  private FileSite() {}

  /**
   * The site that the settings name.
   *
   * @throws SiteFault naming every faulty line
   */
  public static Site load(SiteSettings settings) {
    return settings.file().map(FileSite::read).orElseGet(FileSite::builtIn);
  }

  /** 柳溪家园 Liuxi Jiayuan: an illustration, not a survey of any place. */
  public static Site builtIn() {
    try (InputStream in = FileSite.class.getResourceAsStream(BUILT_IN)) {
      byte[] bytes = Objects.requireNonNull(in, BUILT_IN).readAllBytes();
      return SiteFile.parse("liuxi (built in)", new String(bytes, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("built-in site", e);
    }
  }

  static Site read(Path file) {
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new SiteFault(file.toString(), List.of("larger than " + MAX_BYTES + " bytes"));
      }
      return SiteFile.parse(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new SiteFault(file.toString(), List.of("cannot be read: " + e));
    }
  }
}
