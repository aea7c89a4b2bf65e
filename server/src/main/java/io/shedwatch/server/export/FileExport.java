package io.shedwatch.server.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;

/**
 * A file that is written before it is sent: a slow client then holds neither a transaction nor
 * memory. It is gone as soon as it was read, or when it could not be written.
 */
public final class FileExport {
  private FileExport() {}

  /** Writes the content. */
  @FunctionalInterface
  public interface Content {
    void write(OutputStream out) throws IOException, SQLException;
  }

  /** Writes and opens it; closing the stream deletes the file. */
  public static InputStream of(Content content) throws IOException, SQLException {
    Path file = Files.createTempFile("shedwatch-export", ".tmp");
    boolean whole = false;
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 64 * 1024)) {
        content.write(out);
      }
      whole = true;
      return Files.newInputStream(file, StandardOpenOption.DELETE_ON_CLOSE);
    } finally {
      if (!whole) {
        Files.deleteIfExists(file);
      }
    }
  }
}
