package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.sql.Cursor;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How long a search over many incidents takes; a command, no test. {@code SearchFigures JDBC_URL
 * USER PASSWORD INCIDENTS}. Fills the database of the URL first if it holds none.
 */
public final class SearchFigures {
  private static final SiteId SITE = new SiteId("liuxi");
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final String[] KINDS = {
    "smoke", "overcurrent", "shared-socket", "not-a-charger", "fly-line", "shed-offline"
  };
  private static final String[] PEOPLE = {"张师傅", "李队长", "网格长王阿姨", "保安小陈", "维修老周"};
  private static final String[] DEEDS = {
    "到现场查看", "已拔掉充电器", "通知业主挪车", "飞线已拆除", "插座烧焦更换", "电话联系不上", "转派出所处理"
  };
  private static final String ID = "liuxi/s01/boot/";
  private static final int ROUNDS = 40;
  private static final int EVENTS_AT_ONCE = 2_000;
  private static final int PAIRS_AT_ONCE = 20_000;

  private SearchFigures() {}

  public static void main(String[] args) throws SQLException {
    String url = args[0];
    org.postgresql.ds.PGSimpleDataSource postgres = new org.postgresql.ds.PGSimpleDataSource();
    org.h2.jdbcx.JdbcDataSource h2 = new org.h2.jdbcx.JdbcDataSource();
    DataSource database = url.startsWith("jdbc:h2") ? h2 : postgres;
    if (database == h2) {
      h2.setUrl(url);
    } else {
      postgres.setUrl(url);
      postgres.setReWriteBatchedInserts(true);
      postgres.setUser(args[1]);
      postgres.setPassword(args[2]);
    }
    Flyway.configure().dataSource(database).load().migrate();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      JdbcIncidents.prepare(connection, SITE);
      fill(connection, Integer.parseInt(args[3]));
      connection.commit();
      connection.setAutoCommit(true);
      connection.createStatement().execute("analyze");
      for (Ask ask : asks()) {
        measure(connection, ask);
      }
    }
  }

  private record Ask(String name, IncidentQuery query, int pages) {}

  private static IncidentQuery query(
      Optional<String> shed, Optional<String> kind, Set<String> severities, Optional<String> text) {
    return new IncidentQuery(
        Set.of(),
        severities,
        kind,
        shed,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text,
        Optional.empty(),
        Optional.empty());
  }

  private static List<Ask> asks() {
    List<Ask> asks = new ArrayList<>();
    Optional<String> none = Optional.empty();
    asks.add(new Ask("newest", query(none, none, Set.of(), none), 1));
    asks.add(new Ask("page 40", query(none, none, Set.of(), none), 40));
    asks.add(new Ask("one shed", query(Optional.of("s07"), none, Set.of(), none), 1));
    asks.add(
        new Ask(
            "shed, kind, severity",
            query(Optional.of("s07"), Optional.of("smoke"), Set.of("critical"), none),
            1));
    for (String text : List.of("飞线", "飞线已拆除", "派出所", "网格长王阿姨", "编号4711", "从来没有的词", "张师傅到现场查看")) {
      asks.add(new Ask("text " + text, query(none, none, Set.of(), Optional.of(text)), 1));
    }
    asks.add(
        new Ask(
            "text 飞线 in one shed",
            query(Optional.of("s07"), none, Set.of(), Optional.of("飞线")),
            1));
    return asks;
  }

  private static void measure(Connection connection, Ask ask) throws SQLException {
    double[] millis = new double[ROUNDS];
    int found = 0;
    for (int round = -3; round < ROUNDS; round++) {
      Optional<Cursor> after = Optional.empty();
      for (int page = 1; page <= ask.pages(); page++) {
        long start = System.nanoTime();
        Page<IncidentView> got =
            JdbcIncidentPages.page(connection, SITE, ask.query(), new PageAsked(after, 50));
        if (round >= 0) {
          millis[round] = (System.nanoTime() - start) / 1e6;
        }
        after = got.next();
        found = got.items().size();
      }
    }
    Arrays.sort(millis);
    System.out.printf(
        "%-28s found %3d  p50 %7.1f ms  p95 %7.1f ms%n",
        ask.name(), found, millis[ROUNDS / 2], millis[(int) (ROUNDS * 0.95)]);
  }

  private static void fill(Connection connection, int incidents) throws SQLException {
    try (var rows = connection.createStatement().executeQuery("select count(*) from incident")) {
      rows.next();
      if (rows.getLong(1) > 0) {
        return;
      }
    }
    Random random = new Random(1);
    long started = System.nanoTime();
    String insert =
        "insert into incident (incident, site, kind, severity, shed, socket, building, state,"
            + " opened_at, resolved_at) values (?, 'liuxi', ?, ?, ?, ?, ?, ?, ?, ?)";
    try (PreparedStatement row = connection.prepareStatement(insert)) {
      for (int i = 0; i < incidents; i++) {
        String id = ID + i;
        Instant at = START.plus(Duration.ofMinutes(25L * i));
        row.setString(1, id);
        row.setString(2, KINDS[random.nextInt(KINDS.length)]);
        row.setString(3, random.nextInt(4) == 0 ? "critical" : "major");
        row.setString(4, "s%02d".formatted(1 + random.nextInt(17)));
        row.setInt(5, 1 + random.nextInt(10));
        row.setString(6, null);
        row.setString(7, i > incidents - 40 ? "open" : "closed");
        row.setObject(8, at.atOffset(ZoneOffset.UTC));
        row.setObject(9, at.plusSeconds(3_600).atOffset(ZoneOffset.UTC));
        row.addBatch();
        if (i % 1_000 == 999) {
          row.executeBatch();
        }
      }
      row.executeBatch();
    }
    connection.commit();
    long[] numbers = numbers(connection, incidents);
    TreeMap<String, BitSet> grams = new TreeMap<>();
    for (int from = 0; from < incidents; from += EVENTS_AT_ONCE) {
      List<IncidentEvent> events = new ArrayList<>();
      for (int i = from; i < Math.min(incidents, from + EVENTS_AT_ONCE); i++) {
        story(connection, i, random, events, grams);
      }
      JdbcIncidents.append(connection, SITE, events);
      connection.commit();
    }
    System.out.printf("%d stories in %.0f s%n", incidents, seconds(started));
    long pairs = index(connection, grams, numbers);
    System.out.printf("filled, with %d pairs, in %.0f s%n", pairs, seconds(started));
  }

  private static double seconds(long started) {
    return (System.nanoTime() - started) / 1e9;
  }

  /** What the database numbered the incidents with, in their order. */
  private static long[] numbers(Connection connection, int incidents) throws SQLException {
    long[] numbers = new long[incidents];
    try (Statement select = connection.createStatement();
        ResultSet row = select.executeQuery("select incident, number from incident")) {
      while (row.next()) {
        numbers[Integer.parseInt(row.getString(1).substring(ID.length()))] = row.getLong(2);
      }
    }
    return numbers;
  }

  /** The rows that {@link JdbcIncidentTexts} would have written, in the order of their key. */
  private static long index(Connection connection, Map<String, BitSet> grams, long[] numbers)
      throws SQLException {
    long rows = 0;
    String insert = "insert into incident_gram (gram, number) values (?, ?)";
    try (PreparedStatement row = connection.prepareStatement(insert)) {
      for (Map.Entry<String, BitSet> gram : grams.entrySet()) {
        row.setString(1, gram.getKey());
        for (int i : gram.getValue().stream().toArray()) {
          row.setLong(2, numbers[i]);
          row.addBatch();
          if (++rows % PAIRS_AT_ONCE == 0) {
            row.executeBatch();
            connection.commit();
          }
        }
      }
      row.executeBatch();
    }
    connection.commit();
    return rows;
  }

  /** Opened, commented and resolved, as a person would have written. */
  private static void story(
      Connection connection,
      int i,
      Random random,
      List<IncidentEvent> events,
      Map<String, BitSet> grams)
      throws SQLException {
    String id = ID + i;
    long at = START.plus(Duration.ofMinutes(25L * i)).toEpochMilli();
    events.add(new IncidentEvent(id, at, "opened", "edge", "{\"kind\":\"smoke\"}", id + ":raised"));
    for (String event : List.of("commented", "resolved")) {
      String text =
          PEOPLE[random.nextInt(PEOPLE.length)] + DEEDS[random.nextInt(DEEDS.length)] + "，编号" + i;
      at += 600_000;
      TreeMap<String, String> detail = new TreeMap<>();
      Remark remark = new Remark(id, "staff-1", Instant.ofEpochMilli(at), text);
      detail.put(DetailText.REMARK, JdbcRemarks.write(connection, SITE, remark));
      Grams.of(text).forEach(pair -> grams.computeIfAbsent(pair, none -> new BitSet()).set(i));
      events.add(
          new IncidentEvent(id, at, event, "staff-1", DetailText.of(detail), id + ":" + event));
    }
  }
}
