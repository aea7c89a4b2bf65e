package io.shedwatch.edge.spool;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/**
 * The statements of one spool file. WAL and {@code synchronous=FULL}: a commit is on the medium
 * when it returns. The file is locked for this process alone, so a second agent on it fails at its
 * start. Not thread-safe; guarded by its owner's disk lock.
 */
final class SqliteFile implements AutoCloseable {
  /** Grows with each change of the tables below; a newer file is refused. */
  private static final int VERSION = 1;

  private static final List<String> SCHEMA =
      List.of(
          "CREATE TABLE boot"
              + " (number INTEGER PRIMARY KEY, boot TEXT NOT NULL, base INTEGER NOT NULL)",
          "CREATE TABLE message (id INTEGER PRIMARY KEY, channel TEXT NOT NULL,"
              + " at INTEGER NOT NULL, body BLOB NOT NULL)",
          "CREATE INDEX urgent_message ON message (id) WHERE channel <> 'readings'",
          "CREATE TABLE dropped (from_id INTEGER PRIMARY KEY, to_id INTEGER NOT NULL)",
          "CREATE TABLE kept (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
          "CREATE TABLE set_aside (nth INTEGER PRIMARY KEY, boot TEXT NOT NULL,"
              + " seq INTEGER NOT NULL, channel TEXT NOT NULL, at INTEGER NOT NULL,"
              + " body BLOB NOT NULL, why TEXT NOT NULL)");

  private static final Logger LOG = LoggerFactory.getLogger(SqliteFile.class);

  private final Connection connection;
  private final boolean lasting;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  private SqliteFile(Connection connection, boolean lasting) {
    this.connection = connection;
    this.lasting = lasting;
  }

  /** A file of this process's memory, gone with it. */
  static final String IN_MEMORY = ":memory:";

  /**
   * Opens or makes the file.
   *
   * @throws SQLException when it is locked, damaged, from a newer version or the disk refuses
   */
  static SqliteFile open(String path) throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setLockingMode(SQLiteConfig.LockingMode.EXCLUSIVE);
    config.setTempStore(SQLiteConfig.TempStore.MEMORY);
    config.setCacheSize(-512); // KiB; a shed's spool is read in order, once.
    config.setBusyTimeout(500);
    Connection connection =
        DriverManager.getConnection("jdbc:sqlite:" + path, config.toProperties());
    SqliteFile file = new SqliteFile(connection, !path.equals(IN_MEMORY));
    try {
      file.migrate();
    } catch (SQLException e) {
      connection.close();
      throw e;
    }
    return file;
  }

  /** Whether what it holds survives the process. */
  boolean isLasting() {
    return lasting;
  }

  private void migrate() throws SQLException {
    try (Statement statement = plainStatement()) {
      statement.execute("PRAGMA wal_autocheckpoint=256");
      int found;
      try (ResultSet version = statement.executeQuery("PRAGMA user_version")) {
        found = version.getInt(1);
      }
      if (found > VERSION) {
        throw new SQLException(
            "the spool is of version " + found + ", this agent knows up to " + VERSION);
      }
      if (found == 0) {
        statement.execute("BEGIN IMMEDIATE");
        for (String table : SCHEMA) {
          statement.execute(table);
        }
        statement.execute("PRAGMA user_version=" + VERSION);
        statement.execute("COMMIT");
      }
    }
  }

  /** Work on the file that is committed as a whole. */
  interface Work {
    void run() throws SQLException;
  }

  /** Runs the work in one transaction; nothing of it stays when it fails. */
  void inTransaction(Work work) throws SQLException {
    execute("BEGIN IMMEDIATE");
    try {
      work.run();
      execute("COMMIT");
    } catch (SQLException | RuntimeException e) {
      forgetStatements();
      try {
        execute("ROLLBACK");
      } catch (SQLException alreadyRolledBack) {
        // SQLite rolls back by itself on a full disk; either way nothing of it stays.
        e.addSuppressed(alreadyRolledBack);
      }
      throw e;
    }
  }

  private void execute(String sql) throws SQLException {
    statement(sql).execute();
  }

  /** A statement that is not kept. */
  Statement plainStatement() throws SQLException {
    return connection.createStatement();
  }

  /** The driver finalizes a statement that failed: it is dead for ever, and must be made anew. */
  private void forgetStatements() {
    for (PreparedStatement statement : prepared.values()) {
      try {
        statement.close();
      } catch (SQLException e) {
        LOG.debug("statement=unclosable", e);
      }
    }
    prepared.clear();
  }

  PreparedStatement statement(String sql, Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
    return statement;
  }

  /** The ranges that a query of two columns, first and last id, gives. */
  IdRanges ids(String sql) throws SQLException {
    IdRanges ids = new IdRanges();
    query(rows -> ids.add(rows.getLong(1), rows.getLong(2)), sql);
    return ids;
  }

  /** Takes one row. */
  interface RowTaker {
    void take(ResultSet row) throws SQLException;
  }

  void query(RowTaker taker, String sql, Object... values) throws SQLException {
    try (ResultSet rows = statement(sql, values).executeQuery()) {
      while (rows.next()) {
        taker.take(rows);
      }
    } catch (SQLException e) {
      forgetStatements();
      throw e;
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
