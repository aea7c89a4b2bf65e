package io.shedwatch.server.readings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sqlite.SQLiteConfig;

/** SQLite files of one folder: a few of them open for the one writer, any of them for a reader. */
final class SqliteFiles implements AutoCloseable {
  /** Today's raw file, yesterday's late readings, and the two levels of roll-ups, with room. */
  private static final int MAX_OPEN_WRITERS = 6;

  private static final int BUSY_MILLIS = 10_000;
  private static final int CACHE_KIB = 8 * 1024;

  private final Path folder;
  private final Map<String, Connection> writers = new LinkedHashMap<>(16, 0.75f, true);

  SqliteFiles(Path folder) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder);
    useOwnTemporaryFolder(folder);
  }

  /** SQLite's native library is unpacked here, since the system's folder may forbid execution. */
  private static void useOwnTemporaryFolder(Path folder) throws IOException {
    if (System.getProperty("org.sqlite.tmpdir") == null) {
      Path temporary = folder.resolve("native");
      Files.createDirectories(temporary);
      System.setProperty("org.sqlite.tmpdir", temporary.toAbsolutePath().toString());
    }
  }

  Path path(String name) {
    return folder.resolve(name);
  }

  /**
   * The writer's connection, in one transaction at a time; made with its table when it is new. Only
   * for one thread at a time.
   */
  Connection writer(String name, String createTable) throws SQLException {
    Connection open = writers.get(name);
    if (open != null) {
      return open;
    }
    closeBeyond(MAX_OPEN_WRITERS - 1);
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    // FULL: a commit survives a loss of power too; batches keep the number of commits small.
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setBusyTimeout(BUSY_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    Connection connection = config.createConnection("jdbc:sqlite:" + path(name));
    try (Statement statement = connection.createStatement()) {
      statement.execute(createTable);
      connection.setAutoCommit(false);
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    writers.put(name, connection);
    return connection;
  }

  /** A reader's own connection, for one query. */
  Connection reader(String name) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setReadOnly(true);
    config.setBusyTimeout(BUSY_MILLIS);
    return config.createConnection("jdbc:sqlite:" + path(name));
  }

  boolean exists(String name) {
    return Files.exists(path(name));
  }

  /** Closes a file's writer and unlinks the file; whoever reads it reads it to the end. */
  void unlink(String name) throws IOException, SQLException {
    Connection open = writers.remove(name);
    if (open != null) {
      open.close();
    }
    for (String suffix : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(path(name + suffix));
    }
  }

  private void closeBeyond(int keep) throws SQLException {
    Iterator<Connection> eldest = writers.values().iterator();
    int surplus = writers.size() - keep;
    for (int i = 0; i < surplus; i++) {
      Connection connection = eldest.next();
      eldest.remove();
      connection.close();
    }
  }

  @Override
  public void close() {
    List<SQLException> failed = new ArrayList<>();
    for (Connection connection : writers.values()) {
      try {
        connection.close();
      } catch (SQLException e) {
        failed.add(e);
      }
    }
    writers.clear();
    if (!failed.isEmpty()) {
      throw new IllegalStateException("SQLite files did not close", failed.get(0));
    }
  }
}
