package io.shedwatch.edge.spool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * Opens a spool's file, whatever state it is in. A damaged file is moved aside; a disk that held
 * the spool before and refuses now is replaced by memory, because protecting goes on.
 */
final class SqliteOpening {
  private static final Logger LOG = LoggerFactory.getLogger(SqliteOpening.class);

  /** Of the memory that takes the disk's place. */
  private static final Room ROOM_IN_MEMORY = new Room(2_000_000, 5_000);

  private final SpoolSettings settings;
  private final String name;
  private final long now;

  private SqliteOpening(SpoolSettings settings, String name, long now) {
    this.settings = settings;
    this.name = name;
    this.now = now;
  }

  /**
   * Opens the file, or makes it.
   *
   * @param name of the shed, for the log
   * @param now epoch milliseconds, for the name of a damaged file
   * @throws IOException with a sentence for the installer: the folder is missing or not writable,
   *     or another process has the file
   */
  static SqliteDisk disk(SpoolSettings settings, String name, long now) throws IOException {
    SqliteOpening opening = new SqliteOpening(settings, name, now);
    boolean existed = Files.exists(settings.file());
    try {
      return opening.plainly();
    } catch (SQLException e) {
      return opening.despite(e, existed);
    }
  }

  private SqliteDisk plainly() throws SQLException {
    return SqliteDisk.on(SqliteFile.open(settings.file().toString()), settings.room());
  }

  private SqliteDisk despite(SQLException refusal, boolean existed) throws IOException {
    SQLiteErrorCode code =
        refusal instanceof SQLiteException sqlite
            ? sqlite.getResultCode()
            : SQLiteErrorCode.UNKNOWN_ERROR;
    if (isOneOf(code, SQLiteErrorCode.SQLITE_BUSY, SQLiteErrorCode.SQLITE_LOCKED)) {
      throw new IOException(
          "another process uses the spool " + settings.file() + ": is an agent running?", refusal);
    }
    boolean damaged = isOneOf(code, SQLiteErrorCode.SQLITE_CORRUPT, SQLiteErrorCode.SQLITE_NOTADB);
    if (!damaged && (!existed || code == SQLiteErrorCode.UNKNOWN_ERROR)) {
      throw cannotBeMade(refusal);
    }
    try {
      return damaged ? afterMovingAside(refusal) : inMemory(refusal);
    } catch (SQLException e) {
      throw cannotBeMade(e);
    }
  }

  private IOException cannotBeMade(SQLException why) {
    return new IOException(
        "the spool "
            + settings.file()
            + " cannot be made: "
            + why.getMessage()
            + " (folder missing, or not writable by this user?)",
        why);
  }

  private SqliteDisk afterMovingAside(SQLException damage) throws IOException, SQLException {
    Path file = settings.file();
    Path aside = file.resolveSibling(file.getFileName() + ".damaged-" + now);
    Files.move(file, aside);
    Files.deleteIfExists(file.resolveSibling(file.getFileName() + "-wal"));
    LOG.error("spool={} damaged=true movedTo={}", name, aside, damage);
    return plainly();
  }

  private SqliteDisk inMemory(SQLException refusal) throws SQLException {
    LOG.error("spool={} disk=refuses instead=memory", name, refusal);
    return SqliteDisk.on(SqliteFile.open(SqliteFile.IN_MEMORY), ROOM_IN_MEMORY);
  }

  private static boolean isOneOf(SQLiteErrorCode code, SQLiteErrorCode one, SQLiteErrorCode other) {
    // Extended codes carry the primary one in their low byte.
    int primary = code.code & 0xff;
    return primary == one.code || primary == other.code;
  }
}
