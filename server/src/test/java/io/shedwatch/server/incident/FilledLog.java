package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A long incident log for figures: each incident opened, commented and resolved, as the server
 * would have written it event by event, but a table at a time in the order of its key. Written
 * event by event it takes as long as measuring it a hundred times.
 */
final class FilledLog {
  static final SiteId SITE = new SiteId("liuxi");
  private static final Instant START = Instant.parse("2022-01-01T00:00:00Z");
  private static final String[] KINDS = {
    "smoke", "overcurrent", "shared-socket", "not-a-charger", "fly-line", "shed-offline"
  };
  private static final String[] PEOPLE = {"张师傅", "李队长", "网格长王阿姨", "保安小陈", "维修老周"};
  private static final String[] DEEDS = {
    "到现场查看", "已拔掉充电器", "通知业主挪车", "飞线已拆除", "插座烧焦更换", "电话联系不上", "转派出所处理"
  };
  private static final int STILL_OPEN = 40;
  private static final int ROWS_AT_ONCE = 5_000;
  private static final int SALT_BYTES = 16;

  private final Connection connection;
  private final Random random = new Random(1);
  private final List<Remark> remarks = new ArrayList<>();
  private final TreeMap<String, BitSet> grams = new TreeMap<>();

  /** A text as its table holds it. */
  private record Remark(String digest, String about, String salt, String body, Instant at) {}

  /** Fills one column after the other. */
  @FunctionalInterface
  private interface Columns<T> {
    void set(PreparedStatement row, T of) throws SQLException;
  }

  private FilledLog(Connection connection) {
    this.connection = connection;
  }

  /** Fills the log unless somebody did; gives how long that took. */
  static Duration fill(Connection connection, int incidents) throws SQLException {
    long begun = System.nanoTime();
    if (JdbcCall.list(connection, "select 1 from incident fetch first 1 rows only", row -> 1)
        .isEmpty()) {
      new FilledLog(connection).write(incidents);
      connection.commit();
    }
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void write(int incidents) throws SQLException {
    List<Integer> all = java.util.stream.IntStream.range(0, incidents).boxed().toList();
    insert(
        "incident (incident, number, site, kind, severity, shed, socket, state, opened_at,"
            + " resolved_at, closed_at, evidence_at, building)",
        13,
        all,
        (row, i) -> incident(row, i, i >= incidents - STILL_OPEN));
    List<StoredEvent> events = events(all);
    remarks.sort(Comparator.comparing(Remark::digest));
    insert(
        "remark (site, digest, about, salt, body, written_by, written_at)",
        7,
        remarks,
        FilledLog::remark);
    insert(
        "incident_event (site, number, incident, at, event, who, detail, cause, previous_hash,"
            + " hash)",
        10,
        events,
        FilledLog::event);
    for (Map.Entry<String, BitSet> gram : grams.entrySet()) {
      insert(
          "incident_gram (gram, number)",
          2,
          gram.getValue().stream().boxed().toList(),
          (row, i) -> {
            row.setString(1, gram.getKey());
            row.setLong(2, i + 1L);
          });
    }
    StoredEvent last = events.get(events.size() - 1);
    JdbcCall.update(
        connection,
        "update incident_chain set number = ?, hash = ? where site = ?",
        last.number(),
        last.hash(),
        SITE.value());
  }

  private <T> void insert(String table, int columns, List<T> rows, Columns<T> filler)
      throws SQLException {
    String blanks = String.join(", ", java.util.Collections.nCopies(columns, "?"));
    try (PreparedStatement row =
        connection.prepareStatement("insert into " + table + " values (" + blanks + ")")) {
      int waiting = 0;
      for (T of : rows) {
        filler.set(row, of);
        row.addBatch();
        if (++waiting % ROWS_AT_ONCE == 0) {
          row.executeBatch();
        }
      }
      row.executeBatch();
    }
    connection.commit();
  }

  private static String id(int i) {
    return "liuxi/s01/boot/" + i;
  }

  private static Instant at(int i) {
    return START.plus(Duration.ofMinutes(25L * i));
  }

  private void incident(PreparedStatement row, int i, boolean open) throws SQLException {
    Instant over = at(i).plusSeconds(3_600);
    row.setString(1, id(i));
    row.setLong(2, i + 1L);
    row.setString(3, SITE.value());
    String kind = KINDS[random.nextInt(KINDS.length)];
    boolean building = kind.equals("fly-line");
    row.setString(4, kind);
    row.setString(5, random.nextInt(4) == 0 ? "critical" : "major");
    row.setString(6, building ? null : "s%02d".formatted(1 + random.nextInt(17)));
    row.setObject(7, building ? null : Integer.valueOf(1 + random.nextInt(10)));
    row.setString(8, open ? "open" : "closed");
    row.setObject(9, at(i).atOffset(ZoneOffset.UTC));
    row.setObject(10, open ? null : over.atOffset(ZoneOffset.UTC));
    row.setObject(11, open ? null : over.atOffset(ZoneOffset.UTC));
    row.setObject(12, over.atOffset(ZoneOffset.UTC));
    row.setString(13, building ? "b%02d".formatted(1 + random.nextInt(55)) : null);
  }

  private List<StoredEvent> events(List<Integer> incidents) {
    List<StoredEvent> events = new ArrayList<>();
    for (int i : incidents) {
      chain(events, i, at(i), "opened", "edge", "{\"kind\":\"smoke\"}");
      for (String event : List.of("commented", "resolved")) {
        Instant at = at(i).plusSeconds(event.equals("resolved") ? 1_200 : 600);
        String text =
            PEOPLE[random.nextInt(PEOPLE.length)] + DEEDS[random.nextInt(DEEDS.length)] + "，编号" + i;
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String hex = HexFormat.of().formatHex(salt);
        Remark remark = new Remark(EventHash.ofText(hex, text), id(i), hex, text, at);
        remarks.add(remark);
        for (String pair : Grams.of(text)) {
          grams.computeIfAbsent(pair, none -> new BitSet()).set(i);
        }
        TreeMap<String, String> detail = new TreeMap<>();
        detail.put(DetailText.REMARK, remark.digest());
        chain(events, i, at, event, "staff-1", DetailText.of(detail));
      }
    }
    return events;
  }

  private static void chain(
      List<StoredEvent> events, int i, Instant at, String event, String who, String detail) {
    IncidentEvent one =
        new IncidentEvent(id(i), at.toEpochMilli(), event, who, detail, id(i) + ":" + event);
    long number = events.size() + 1L;
    String previous = events.isEmpty() ? EventHash.GENESIS : events.get(events.size() - 1).hash();
    String hash = EventHash.of(SITE.value(), number, previous, one);
    events.add(new StoredEvent(number, one, java.util.Optional.empty(), previous, hash));
  }

  private static void remark(PreparedStatement row, Remark remark) throws SQLException {
    row.setString(1, SITE.value());
    row.setString(2, remark.digest());
    row.setString(3, remark.about());
    row.setString(4, remark.salt());
    row.setString(5, remark.body());
    row.setString(6, "staff-1");
    row.setObject(7, remark.at().atOffset(ZoneOffset.UTC));
  }

  private static void event(PreparedStatement row, StoredEvent stored) throws SQLException {
    IncidentEvent event = stored.event();
    row.setString(1, SITE.value());
    row.setLong(2, stored.number());
    row.setString(3, event.incident());
    row.setObject(4, Instant.ofEpochMilli(event.at()).atOffset(ZoneOffset.UTC));
    row.setString(5, event.event());
    row.setString(6, event.who());
    row.setString(7, event.detail());
    row.setString(8, event.cause());
    row.setString(9, stored.previousHash());
    row.setString(10, stored.hash());
  }
}
