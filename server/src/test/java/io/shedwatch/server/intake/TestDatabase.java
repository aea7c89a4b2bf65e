package io.shedwatch.server.intake;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.shedwatch.testkit.Postgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** A migrated database and what its tables hold, as lines that tests compare. */
public final class TestDatabase implements AutoCloseable {
  /** As the server opens it, and so that a kill loses no commit. */
  private static final String H2_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  private final HikariDataSource pool;

  private TestDatabase(HikariConfig config) {
    config.setMaximumPoolSize(8);
    config.setConnectionTimeout(2_000);
    this.pool = new HikariDataSource(config);
    Flyway.configure().dataSource(pool).load().migrate();
  }

  public static TestDatabase h2(Path folder) {
    return at("jdbc:h2:file:" + folder.resolve("test").toAbsolutePath() + H2_MODE);
  }

  /** An empty database of its own in a running PostgreSQL. */
  static TestDatabase postgres(Postgres postgres, String name) throws java.io.IOException {
    postgres.createDatabase(name);
    return at(postgres.jdbcUrl(name) + "?reWriteBatchedInserts=true");
  }

  static TestDatabase at(String url) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(url);
    if (url.startsWith("jdbc:postgresql:")) {
      config.setUsername(Postgres.USER);
      config.setPassword(Postgres.PASSWORD);
    }
    return new TestDatabase(config);
  }

  public DataSource pool() {
    return pool;
  }

  /** The rows of a query, one line each, columns separated by spaces. */
  public List<String> rows(String query) throws SQLException {
    List<String> rows = new ArrayList<>();
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      while (row.next()) {
        StringBuilder line = new StringBuilder();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
          line.append(i == 1 ? "" : " ").append(row.getString(i));
        }
        rows.add(line.toString());
      }
    }
    return rows;
  }

  public void execute(String statement) throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement one = connection.createStatement()) {
      one.executeUpdate(statement);
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
