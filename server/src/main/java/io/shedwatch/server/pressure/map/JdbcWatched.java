package io.shedwatch.server.pressure.map;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.pressure.Darkness;
import io.shedwatch.server.session.StopReason;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads what an estimate is made of: sessions, orders, silent sheds and cut sockets. */
final class JdbcWatched {
  /** Eight weeks: rhythm and weights need that many, and habits change in more. */
  private static final int DAYS = 56;

  /** Who was plugged in when the window begins came at most so long before. */
  private static final Duration BEFORE = Duration.ofDays(3);

  private final DataSource database;
  private final SiteId site;
  private final ZoneId zone;
  private final Map<String, Integer> shedIndex;

  JdbcWatched(DataSource database, Site site, Walks walks) {
    this.database = database;
    this.site = site.site();
    this.zone = site.timezone();
    this.shedIndex = walks.shedIndex();
  }

  /** First and last start of a socket's orders or measured sessions. */
  private record Reach(String shed, int socket, boolean imported, Instant first, Instant last) {}

  /** The last whole days before {@code now} that have sessions; empty where there are none. */
  Optional<Watched> read(Instant now) throws SQLException {
    return JdbcTransaction.run(database, connection -> read(connection, now));
  }

  private Optional<Watched> read(Connection connection, Instant now) throws SQLException {
    LocalDate today = now.atZone(zone).toLocalDate();
    List<Reach> reaches = reaches(connection, Instant.EPOCH, midnight(today));
    Optional<Instant> last = reaches.stream().map(Reach::last).max(Instant::compareTo);
    Optional<Instant> first = reaches.stream().map(Reach::first).min(Instant::compareTo);
    if (last.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    LocalDate end = last.get().atZone(zone).toLocalDate().plusDays(1);
    LocalDate begin = first.get().atZone(zone).toLocalDate();
    if (begin.isBefore(end.minusDays(DAYS))) {
      begin = end.minusDays(DAYS);
    }
    return Optional.of(watched(connection, reaches, midnight(begin), midnight(end)));
  }

  /** How many measured sessions {@link #read} would find. */
  int sessions(Instant now) throws SQLException {
    Instant until = midnight(now.atZone(zone).toLocalDate());
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                    connection,
                    "select count(*) as many from charging_session where site = ?"
                        + " and imported = false and started_at >= ? and started_at < ?",
                    row -> row.getInt("many"),
                    site.value(),
                    until.minus(Duration.ofDays(DAYS)),
                    until)
                .orElse(0));
  }

  /**
   * Today until {@code now}; a shed of which only a vendor tells is dark in it. It is asked for
   * often, so that it looks no farther back than an estimate does.
   */
  Watched today(Instant now) throws SQLException {
    LocalDate today = now.atZone(zone).toLocalDate();
    return JdbcTransaction.run(
        database,
        connection ->
            watched(
                connection,
                reaches(connection, midnight(today.minusDays(DAYS)), now),
                midnight(today),
                now));
  }

  private Watched watched(Connection connection, List<Reach> reaches, Instant from, Instant until)
      throws SQLException {
    List<Darkness> dark = silent(connection, from, until);
    for (Map.Entry<String, Integer> shed : shedIndex.entrySet()) {
      List<Reach> here =
          reaches.stream().filter(reach -> reach.shed().equals(shed.getKey())).toList();
      dark.addAll(Unknown.of(shed.getValue(), spans(here, until), from, until));
    }
    List<Charge> unusable = new ArrayList<>(broken(connection, from, until));
    unusable.addAll(NotThereYet.of(firstUses(reaches), from.minus(BEFORE)));
    return new Watched(
        from.toEpochMilli(),
        until.toEpochMilli(),
        charges(connection, from, until),
        unusable,
        dark);
  }

  private List<NotThereYet.FirstUse> firstUses(List<Reach> reaches) {
    return reaches.stream()
        .filter(one -> shedIndex.containsKey(one.shed()))
        .map(
            one ->
                new NotThereYet.FirstUse(
                    shedIndex.getOrDefault(one.shed(), 0), one.socket(), one.first()))
        .toList();
  }

  /** Orders tell of whole days; what is measured goes on until it is said to be silent. */
  private List<Unknown.Span> spans(List<Reach> reaches, Instant until) {
    return reaches.stream()
        .map(
            one ->
                one.imported()
                    ? new Unknown.Span(
                        midnight(one.first().atZone(zone).toLocalDate()),
                        midnight(one.last().atZone(zone).toLocalDate().plusDays(1)))
                    : new Unknown.Span(one.first(), until))
        .toList();
  }

  private Instant midnight(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }

  private List<Reach> reaches(Connection connection, Instant since, Instant before)
      throws SQLException {
    return JdbcCall.list(
        connection,
        "select shed, socket, imported, min(started_at) as first_at, max(started_at) as last_at"
            + " from charging_session where site = ? and started_at >= ? and started_at < ?"
            + " group by shed, socket, imported",
        row ->
            new Reach(
                row.getString("shed"),
                row.getInt("socket"),
                row.getBoolean("imported"),
                JdbcCall.time(row, "first_at"),
                JdbcCall.time(row, "last_at")),
        site.value(),
        since,
        before);
  }

  private List<Charge> charges(Connection connection, Instant from, Instant until)
      throws SQLException {
    return ours(
        JdbcCall.list(
            connection,
            "select shed, socket, started_at, finished_at, ended_at, imported, stop_reason"
                + " from charging_session where site = ? and started_at >= ? and started_at < ?",
            this::charge,
            site.value(),
            from.minus(BEFORE),
            until));
  }

  private Charge charge(ResultSet row) throws SQLException {
    boolean imported = row.getBoolean("imported");
    return new Charge(
        shed(row),
        row.getInt("socket"),
        millis(JdbcCall.maybeTime(row, "started_at")),
        millis(JdbcCall.maybeTime(row, "finished_at")),
        millis(JdbcCall.maybeTime(row, "ended_at")),
        imported,
        !imported || StopReason.UNPLUGGED.word().equals(row.getString("stop_reason")));
  }

  /** Sockets that protection had cut: taken, but nobody arrived. */
  private List<Charge> broken(Connection connection, Instant from, Instant until)
      throws SQLException {
    return ours(
        JdbcCall.list(
            connection,
            "select shed, socket, raised_at, cleared_at from alert where site = ?"
                + " and relay_opened = true and shed is not null and socket is not null"
                + " and raised_at < ? and (cleared_at is null or cleared_at > ?)",
            row ->
                new Charge(
                    shed(row),
                    row.getInt("socket"),
                    millis(JdbcCall.maybeTime(row, "raised_at")),
                    0,
                    millis(JdbcCall.maybeTime(row, "cleared_at")),
                    false,
                    true),
            site.value(),
            until,
            from));
  }

  /** Times in which a shed was known to be silent. */
  private List<Darkness> silent(Connection connection, Instant from, Instant until)
      throws SQLException {
    List<Darkness> found =
        JdbcCall.list(
            connection,
            "select shed, raised_at, cleared_at from alert where site = ? and rule = 'shed-offline'"
                + " and raised_at < ? and (cleared_at is null or cleared_at > ?)",
            row ->
                new Darkness(
                    shed(row),
                    JdbcCall.time(row, "raised_at").toEpochMilli(),
                    JdbcCall.maybeTime(row, "cleared_at")
                        .map(Instant::toEpochMilli)
                        .orElse(Long.MAX_VALUE)),
            site.value(),
            until,
            from);
    return new ArrayList<>(found.stream().filter(one -> one.shed() >= 0).toList());
  }

  /** Index of a row's shed; -1: no longer in the site file. */
  private int shed(ResultSet row) throws SQLException {
    return shedIndex.getOrDefault(row.getString("shed"), -1);
  }

  private static List<Charge> ours(List<Charge> rows) {
    return rows.stream().filter(one -> one.shed() >= 0).toList();
  }

  private static long millis(Optional<Instant> at) {
    return at.map(Instant::toEpochMilli).orElse(0L);
  }
}
