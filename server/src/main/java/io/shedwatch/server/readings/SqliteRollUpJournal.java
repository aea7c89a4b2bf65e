package io.shedwatch.server.readings;

import io.shedwatch.contract.ShedId;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** The roll-ups' marks in a small SQLite file of their own, whichever store holds the readings. */
final class SqliteRollUpJournal implements RollUpJournal {
  private static final String NAME = "roll-ups.sqlite";
  private static final String CREATE_MARK =
      "CREATE TABLE IF NOT EXISTS mark (shed TEXT NOT NULL, socket INTEGER NOT NULL,"
          + " hour INTEGER NOT NULL, late INTEGER NOT NULL, PRIMARY KEY (shed, socket, hour))"
          + " WITHOUT ROWID";
  private static final String CREATE_FINISHED =
      "CREATE TABLE IF NOT EXISTS finished (one INTEGER PRIMARY KEY, until INTEGER NOT NULL)";

  private final SqliteFiles files;

  private SqliteRollUpJournal(SqliteFiles files) {
    this.files = files;
  }

  static SqliteRollUpJournal open(Path folder) throws IOException {
    SqliteRollUpJournal journal = new SqliteRollUpJournal(new SqliteFiles(folder));
    journal.inTransaction(CREATE_FINISHED, PreparedStatement::executeUpdate);
    return journal;
  }

  @Override
  public void mark(List<Mark> marks) throws IOException {
    inTransaction(
        "INSERT INTO mark VALUES (?,?,?,?) ON CONFLICT DO UPDATE SET late = max(late, excluded.late)",
        statement -> {
          for (Mark mark : marks) {
            bind(statement, mark);
            statement.setInt(4, mark.late() ? 1 : 0);
            statement.executeUpdate();
          }
        });
  }

  @Override
  public void done(List<Mark> marks) throws IOException {
    inTransaction(
        "DELETE FROM mark WHERE shed = ? AND socket = ? AND hour = ?",
        statement -> {
          for (Mark mark : marks) {
            bind(statement, mark);
            statement.executeUpdate();
          }
        });
  }

  private static void bind(PreparedStatement statement, Mark mark) throws SQLException {
    statement.setString(1, mark.socket().shed().value());
    statement.setInt(2, mark.socket().socket());
    statement.setInt(3, mark.hour());
  }

  @Override
  public List<Mark> marks() throws IOException {
    List<Mark> marks = new ArrayList<>();
    inTransaction(
        "SELECT shed, socket, hour, late FROM mark",
        statement ->
            SqliteRows.each(
                statement,
                row ->
                    marks.add(
                        new Mark(
                            Scope.socket(new ShedId(row.getString(1)), row.getInt(2)),
                            row.getInt(3),
                            row.getInt(4) == 1))));
    return marks;
  }

  @Override
  public OptionalLong finishedUntil() throws IOException {
    List<Long> until = new ArrayList<>();
    inTransaction(
        "SELECT until FROM finished",
        statement -> {
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              until.add(rows.getLong(1));
            }
          }
        });
    return until.stream().mapToLong(Long::longValue).findFirst();
  }

  @Override
  public void finishedUntil(long hourStart) throws IOException {
    inTransaction(
        "INSERT OR REPLACE INTO finished VALUES (1, ?)",
        statement -> {
          statement.setLong(1, hourStart);
          statement.executeUpdate();
        });
  }

  @FunctionalInterface
  private interface Work {
    void run(PreparedStatement statement) throws SQLException;
  }

  private synchronized void inTransaction(String sql, Work work) throws IOException {
    try {
      Connection connection = files.writer(NAME, CREATE_MARK);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        work.run(statement);
        connection.commit();
      } catch (SQLException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw new IOException("roll-up journal: " + e.getMessage(), e);
    }
  }

  @Override
  public synchronized void close() {
    files.close();
  }
}
