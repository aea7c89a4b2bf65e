package io.shedwatch.server.incident;

import io.shedwatch.server.sql.Cursor;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How long a search over many incidents takes; a command, no test. {@code SearchFigures JDBC_URL
 * USER PASSWORD INCIDENTS}. Fills the database of the URL first if it holds none.
 */
public final class SearchFigures {
  private static final int ROUNDS = 40;
  private static final int PAGE = 50;

  private SearchFigures() {}

  public static void main(String[] args) throws SQLException {
    String url = args[0];
    org.postgresql.ds.PGSimpleDataSource postgres = new org.postgresql.ds.PGSimpleDataSource();
    org.h2.jdbcx.JdbcDataSource h2 = new org.h2.jdbcx.JdbcDataSource();
    DataSource database = url.startsWith("jdbc:h2") ? h2 : postgres;
    if (database == h2) {
      // Else it gives the same answer to the same question without looking.
      h2.setUrl(url + ";OPTIMIZE_REUSE_RESULTS=0");
    } else {
      postgres.setUrl(url);
      postgres.setReWriteBatchedInserts(true);
      postgres.setUser(args[1]);
      postgres.setPassword(args[2]);
    }
    Flyway.configure().dataSource(database).outOfOrder(true).load().migrate();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      JdbcIncidents.prepare(connection, FilledLog.SITE);
      Duration filling = FilledLog.fill(connection, Integer.parseInt(args[3]));
      System.out.printf("filled in %d s%n", filling.toSeconds());
      connection.setAutoCommit(true);
      connection.createStatement().execute("analyze");
      for (Ask ask : asks()) {
        measure(connection, ask);
      }
    }
  }

  private record Ask(String name, IncidentQuery query, int pages) {}

  /** What is asked for; what is left out does not restrict. */
  private static IncidentQuery query(Map<String, String> asked) {
    Optional<String> none = Optional.empty();
    return new IncidentQuery(
        words(asked, "state"),
        words(asked, "severity"),
        Optional.ofNullable(asked.get("kind")),
        Optional.ofNullable(asked.get("shed")),
        Optional.ofNullable(asked.get("socket")).map(Integer::valueOf),
        Optional.ofNullable(asked.get("building")),
        Optional.ofNullable(asked.get("open")).map(Boolean::valueOf),
        Optional.ofNullable(asked.get("from")).map(Instant::parse),
        Optional.ofNullable(asked.get("to")).map(Instant::parse),
        Optional.ofNullable(asked.get("text")),
        none,
        Optional.empty());
  }

  private static Set<String> words(Map<String, String> asked, String name) {
    return asked.containsKey(name) ? Set.of(asked.get(name)) : Set.of();
  }

  private static List<Ask> asks() {
    List<Ask> asks = new ArrayList<>();
    asks.add(new Ask("newest", query(Map.of()), 1));
    asks.add(new Ask("page 40", query(Map.of()), 40));
    asks.add(ask("shed", "s07"));
    asks.add(ask("shed", "s07", "socket", "3"));
    asks.add(ask("socket", "3"));
    asks.add(ask("building", "b07"));
    asks.add(ask("kind", "smoke"));
    asks.add(ask("severity", "critical"));
    asks.add(ask("open", "true"));
    asks.add(ask("open", "false"));
    asks.add(ask("state", "open"));
    asks.add(ask("state", "closed", "severity", "major"));
    asks.add(ask("shed", "s07", "kind", "smoke", "severity", "critical"));
    asks.add(ask("from", "2024-03-01T00:00:00Z", "to", "2024-04-01T00:00:00Z"));
    asks.add(ask("shed", "s07", "from", "2022-03-01T00:00:00Z", "to", "2022-03-02T00:00:00Z"));
    for (String text : List.of("飞线", "飞线已拆除", "派出所", "网格长王阿姨", "编号4711", "从来没有的词", "张师傅到现场查看")) {
      asks.add(ask("text", text));
    }
    asks.add(ask("text", "飞线", "shed", "s07"));
    asks.add(ask("text", "飞线", "building", "b07"));
    asks.add(ask("text", "飞线", "to", "2022-02-01T00:00:00Z"));
    return asks;
  }

  private static Ask ask(String... namesAndValues) {
    Map<String, String> asked = new TreeMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      asked.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new Ask(asked.toString(), query(asked), 1);
  }

  private static void measure(Connection connection, Ask ask) throws SQLException {
    Optional<Cursor> after = Optional.empty();
    for (int page = 1; page < ask.pages(); page++) {
      after = page(connection, ask, after).next();
    }
    double[] millis = new double[ROUNDS];
    int found = 0;
    for (int round = -3; round < ROUNDS; round++) {
      long start = System.nanoTime();
      found = page(connection, ask, after).items().size();
      if (round >= 0) {
        millis[round] = (System.nanoTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-60s found %3d  p50 %7.1f ms  p95 %7.1f ms%n",
        ask.name(), found, millis[ROUNDS / 2], millis[(int) (ROUNDS * 0.95)]);
  }

  private static Page<IncidentView> page(Connection connection, Ask ask, Optional<Cursor> after)
      throws SQLException {
    return JdbcIncidentPages.page(
        connection, FilledLog.SITE, ask.query(), new PageAsked(after, PAGE));
  }
}
