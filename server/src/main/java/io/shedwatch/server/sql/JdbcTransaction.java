package io.shedwatch.server.sql;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** One transaction: all of it or nothing. */
public final class JdbcTransaction {
  private JdbcTransaction() {}

  /** What is done in it. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Connection connection) throws SQLException;
  }

  /** Does the work and commits; whatever the work throws undoes it and is thrown on. */
  public static <T> T run(DataSource database, Work<T> work) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      T result;
      try {
        result = work.run(connection);
        connection.commit();
      } catch (SQLException | RuntimeException | Error e) {
        undo(connection, e);
        throw e;
      }
      connection.setAutoCommit(true);
      return result;
    }
  }

  /** A connection that broke cannot roll back; that must not hide what broke it. */
  private static void undo(Connection connection, Throwable cause) {
    try {
      connection.rollback();
      connection.setAutoCommit(true);
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
