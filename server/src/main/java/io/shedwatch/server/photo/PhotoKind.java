package io.shedwatch.server.photo;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What an upload is by its first bytes; its name and what its sender says do not count. */
enum PhotoKind {
  JPEG("jpeg"),
  PNG("png"),
  WEBP("webp");

  private static final int LEAST_BYTES = 16;

  private final String format;

  PhotoKind(String format) {
    this.format = format;
  }

  /** The name that readers go by. */
  String format() {
    return format;
  }

  static Optional<PhotoKind> of(byte[] bytes) {
    if (bytes.length < LEAST_BYTES) {
      return Optional.empty();
    }
    if ((bytes[0] & 0xff) == 0xff && (bytes[1] & 0xff) == 0xd8 && (bytes[2] & 0xff) == 0xff) {
      return Optional.of(JPEG);
    }
    if ((bytes[0] & 0xff) == 0x89 && word(bytes, 1, 3).equals("PNG")) {
      return Optional.of(PNG);
    }
    if (word(bytes, 0, 4).equals("RIFF") && word(bytes, 8, 4).equals("WEBP")) {
      return Optional.of(WEBP);
    }
    return Optional.empty();
  }

  private static String word(byte[] bytes, int from, int length) {
    return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
  }
}
