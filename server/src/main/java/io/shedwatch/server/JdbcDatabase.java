package io.shedwatch.server;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.shedwatch.server.http.HealthPart;
import io.shedwatch.server.settings.Secret;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** The SQL database: opened, brought to the newest tables, pooled. */
final class JdbcDatabase implements HealthPart, AutoCloseable {
  /**
   * PostgreSQL's rules in H2. WRITE_DELAY=0: a commit is on disk when it returns, as in PostgreSQL
   * (with H2's 500 ms, kills lost up to 145 committed transactions).
   */
  private static final String H2_MODE =
      ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
          + ";DB_CLOSE_ON_EXIT=FALSE";

  /** How long a caller waits for a free connection before it is told that the database is away. */
  private static final long CONNECTION_TIMEOUT_MILLIS = 5_000;

  private static final int HEALTH_TIMEOUT_SECONDS = 2;

  private final HikariDataSource pool;
  private final String product;

  private JdbcDatabase(HikariDataSource pool, String product) {
    this.pool = pool;
    this.product = product;
  }

  /**
   * Opens the database of the settings and migrates it.
   *
   * @throws StartFault when it cannot be reached or its tables cannot be brought up to date
   */
  static JdbcDatabase open(JdbcSettings settings, Path data) {
    HikariConfig config = new HikariConfig();
    String url = settings.url().orElseGet(() -> h2File(data));
    config.setJdbcUrl(url);
    settings.user().ifPresent(config::setUsername);
    settings.password().map(Secret::reveal).ifPresent(config::setPassword);
    config.setMaximumPoolSize(settings.connections());
    config.setMinimumIdle(1);
    config.setConnectionTimeout(CONNECTION_TIMEOUT_MILLIS);
    config.setPoolName("jdbc");
    // The password is no part of the URL in the manual; whoever put it there keeps it out of here.
    String shown = url.replaceFirst("\\?.*", "");
    try {
      HikariDataSource pool = new HikariDataSource(config);
      try {
        // Rooms number their migrations apart, so a lower number may come later than a higher one.
        Flyway.configure().dataSource(pool).outOfOrder(true).load().migrate();
        return new JdbcDatabase(pool, product(pool));
      } catch (FlywayException | SQLException e) {
        pool.close();
        throw new StartFault("cannot bring the database " + shown + " up to date", e);
      }
    } catch (com.zaxxer.hikari.pool.HikariPool.PoolInitializationException e) {
      throw new StartFault("cannot open the database " + shown, e);
    }
  }

  private static String h2File(Path data) {
    return "jdbc:h2:file:" + data.resolve("shedwatch").toAbsolutePath().normalize() + H2_MODE;
  }

  private static String product(DataSource pool) throws SQLException {
    try (Connection connection = pool.getConnection()) {
      return connection.getMetaData().getDatabaseProductName().toLowerCase(Locale.ROOT);
    }
  }

  DataSource pool() {
    return pool;
  }

  /** h2 or postgresql. */
  String product() {
    return product;
  }

  @Override
  public String name() {
    return "jdbc";
  }

  @Override
  public State state() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(HEALTH_TIMEOUT_SECONDS)
          ? State.UP
          : State.down("the database does not answer");
    } catch (SQLException e) {
      return State.down("no connection to the database");
    }
  }

  @Override
  public void close() {
    pool.close();
  }
}
