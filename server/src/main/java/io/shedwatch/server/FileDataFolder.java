package io.shedwatch.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The data folder, made when it is not there, and locked: two servers would spoil each other. */
final class FileDataFolder implements AutoCloseable {
  private final Path path;
  private final FileChannel lock;

  private FileDataFolder(Path path, FileChannel lock) {
    this.path = path;
    this.lock = lock;
  }

  /**
   * @throws StartFault when it cannot be made or written, or another server uses it
   */
  static FileDataFolder open(Path folder) {
    Path path = folder.toAbsolutePath().normalize();
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(path);
      channel =
          FileChannel.open(
              path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        throw new IOException("another server uses it");
      }
      return new FileDataFolder(path, channel);
    } catch (IOException | OverlappingFileLockException e) {
      closeQuietly(channel, e);
      throw new StartFault("cannot use the data folder " + path, e);
    }
  }

  private static void closeQuietly(@Nullable FileChannel channel, Exception because) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      because.addSuppressed(e);
    }
  }

  Path path() {
    return path;
  }

  /**
   * A name of this installation that stays the same across restarts, made up at the first start.
   *
   * @throws StartFault when it cannot be read or written
   */
  String installation() {
    Path file = path.resolve("installation");
    try {
      if (!Files.exists(file)) {
        Files.writeString(file, UUID.randomUUID().toString(), StandardCharsets.US_ASCII);
      }
      return Files.readString(file, StandardCharsets.US_ASCII).strip();
    } catch (IOException e) {
      throw new StartFault("cannot use the data folder " + path, e);
    }
  }

  /** Frees the folder; the lock's file stays. */
  @Override
  public void close() throws IOException {
    lock.close();
  }
}
