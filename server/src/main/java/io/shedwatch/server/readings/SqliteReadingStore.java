package io.shedwatch.server.readings;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.readings.RollUp.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Readings in SQLite files, the embedded default: one writer at a time, readers beside it (WAL),
 * retention by unlinking whole files.
 */
final class SqliteReadingStore implements ReadingStore {
  private final SqliteFiles files;
  private final Path folder;
  private final Retention retention;
  private final InstantSource clock;
  private final Object writing = new Object();

  private SqliteReadingStore(Path folder, Retention retention, InstantSource clock)
      throws IOException {
    this.folder = folder;
    this.files = new SqliteFiles(folder);
    this.retention = retention;
    this.clock = clock;
  }

  /** Opens the site's own folder below {@code folder}. */
  static SqliteReadingStore open(SiteId site, Path folder, Retention retention, InstantSource clock)
      throws IOException {
    return new SqliteReadingStore(folder.resolve(site.value()), retention, clock);
  }

  @Override
  public Written write(List<ShedReadings> batch) throws IOException {
    long oldest = retention.rawSince(clock.millis());
    Map<String, List<ShedReadings>> byFile = new LinkedHashMap<>();
    int refused = 0;
    int stored = 0;
    for (ShedReadings message : batch) {
      if (message.at() < oldest) {
        refused += message.readings().size();
      } else {
        stored += message.readings().size();
        byFile
            .computeIfAbsent(SqliteNames.raw(message.at()), name -> new ArrayList<>())
            .add(message);
      }
    }
    synchronized (writing) {
      for (Map.Entry<String, List<ShedReadings>> file : byFile.entrySet()) {
        List<ShedReadings> messages = file.getValue();
        transaction(
            file.getKey(),
            SqliteRows.CREATE_RAW,
            SqliteRows.INSERT_RAW,
            insert -> insertAll(insert, messages));
      }
    }
    return new Written(stored, refused);
  }

  private static void insertAll(PreparedStatement insert, List<ShedReadings> messages)
      throws SQLException {
    for (ShedReadings message : messages) {
      for (Reading reading : message.readings()) {
        SqliteRows.bind(insert, message.shed(), message.at(), reading);
        insert.executeUpdate();
      }
    }
  }

  @Override
  public void writeRollUps(List<RollUp> buckets) throws IOException {
    Map<String, List<RollUp>> byFile = new LinkedHashMap<>();
    for (RollUp bucket : buckets) {
      String name = SqliteNames.rollUp(bucket.level(), bucket.point().at());
      byFile.computeIfAbsent(name, it -> new ArrayList<>()).add(bucket);
    }
    synchronized (writing) {
      for (Map.Entry<String, List<RollUp>> file : byFile.entrySet()) {
        transaction(
            file.getKey(),
            SqliteRows.CREATE_ROLL_UP,
            SqliteRows.INSERT_ROLL_UP,
            insert -> {
              for (RollUp bucket : file.getValue()) {
                SqliteRows.bind(insert, bucket);
                insert.executeUpdate();
              }
            });
      }
    }
  }

  @FunctionalInterface
  private interface Inserts {
    void run(PreparedStatement insert) throws SQLException;
  }

  private void transaction(String name, String create, String sql, Inserts inserts)
      throws IOException {
    try {
      Connection connection = files.writer(name, create);
      try (PreparedStatement insert = connection.prepareStatement(sql)) {
        inserts.run(insert);
        connection.commit();
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    } catch (SQLException e) {
      throw failed(name, e);
    }
  }

  @Override
  public int raw(Scope scope, long from, long to, RawVisitor visitor) throws IOException {
    List<String> names = existing(SqliteNames.raws(from, to));
    if (names.size() <= 1 || !scope.isWholeShed()) {
      return rawOf(scope, from, to, names, visitor);
    }
    // Several days: socket by socket, since each file holds all sockets of its day.
    int count = 0;
    for (int socket : socketsOf(scope.shed(), names)) {
      count += rawOf(Scope.socket(scope.shed(), socket), from, to, names, visitor);
    }
    return count;
  }

  private int rawOf(Scope scope, long from, long to, List<String> names, RawVisitor visitor)
      throws IOException {
    int[] count = {0};
    for (String name : names) {
      select(
          name,
          SqliteRows.selectRaw(scope),
          query -> SqliteRows.bind(query, scope, from, to),
          row -> {
            visitor.reading(row.getLong(2), SqliteRows.reading(row));
            count[0]++;
          });
    }
    return count[0];
  }

  private List<Integer> socketsOf(ShedId shed, List<String> names) throws IOException {
    List<Integer> sockets = new ArrayList<>();
    for (String name : names) {
      select(
          name,
          "SELECT DISTINCT socket FROM raw WHERE shed = ?",
          query -> query.setString(1, shed.value()),
          row -> sockets.add(row.getInt(1)));
    }
    return sockets.stream().sorted().distinct().toList();
  }

  @Override
  public Optional<Counter> counterBefore(ShedId shed, int socket, long at) throws IOException {
    List<String> names = new ArrayList<>(existing(SqliteNames.raws(at - LOOK_MILLIS, at)));
    java.util.Collections.reverse(names);
    List<Counter> found = new ArrayList<>();
    for (String name : names) {
      select(
          name,
          SqliteRows.SELECT_COUNTER,
          query -> SqliteRows.bind(query, Scope.socket(shed, socket), at - LOOK_MILLIS, at),
          row -> found.add(new Counter(row.getLong(1), row.getDouble(2))));
      if (!found.isEmpty()) {
        return Optional.of(found.get(0));
      }
    }
    return Optional.empty();
  }

  @Override
  public OptionalLong nextAt(ShedId shed, int socket, long at) throws IOException {
    List<Long> found = new ArrayList<>();
    for (String name : existing(SqliteNames.raws(at, at + LOOK_MILLIS))) {
      select(
          name,
          SqliteRows.SELECT_NEXT,
          query -> SqliteRows.bind(query, Scope.socket(shed, socket), at, at + LOOK_MILLIS),
          row -> found.add(row.getLong(1)));
      if (!found.isEmpty()) {
        return OptionalLong.of(found.get(0));
      }
    }
    return OptionalLong.empty();
  }

  @Override
  public void rollUps(Scope scope, Level level, long from, long to, Consumer<RollUp> visitor)
      throws IOException {
    for (String name : existing(SqliteNames.rollUps(level, from, to))) {
      select(
          name,
          SqliteRows.selectRollUp(scope),
          query -> SqliteRows.bind(query, scope, from, to),
          row -> visitor.accept(SqliteRows.rollUp(row, scope.shed(), level)));
    }
  }

  @Override
  public List<Scope> heard(long from, long to) throws IOException {
    List<Scope> heard = new ArrayList<>();
    for (String name : existing(SqliteNames.raws(from, to))) {
      select(
          name,
          SqliteRows.SELECT_HEARD,
          query -> {
            query.setLong(1, from);
            query.setLong(2, to);
          },
          row -> heard.add(Scope.socket(new ShedId(row.getString(1)), row.getInt(2))));
    }
    return heard.stream().distinct().toList();
  }

  private List<String> existing(List<String> names) {
    return names.stream().filter(files::exists).toList();
  }

  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement query) throws SQLException;
  }

  private void select(String name, String sql, Binding binding, SqliteRows.RowVisitor visitor)
      throws IOException {
    try (Connection connection = files.reader(name);
        PreparedStatement query = connection.prepareStatement(sql)) {
      binding.bind(query);
      SqliteRows.each(query, visitor);
    } catch (SQLException e) {
      if (files.exists(name)) {
        throw failed(name, e);
      }
      // Retired while we looked: as if we had looked a moment later.
    }
  }

  @Override
  public void retire(long nowMillis) throws IOException {
    List<String> names;
    try (Stream<Path> all = Files.list(folder)) {
      names = all.map(it -> it.getFileName().toString()).toList();
    }
    for (String name : names) {
      long since =
          SqliteNames.isRaw(name)
              ? retention.rawSince(nowMillis)
              : retention.minutesSince(nowMillis);
      Optional<Long> end = SqliteNames.end(name);
      if (end.isPresent() && end.get() <= since) {
        unlink(name);
      }
    }
  }

  private void unlink(String name) throws IOException {
    synchronized (writing) {
      try {
        files.unlink(name);
      } catch (SQLException e) {
        throw failed(name, e);
      }
    }
  }

  private static IOException failed(String name, SQLException e) {
    return new IOException("SQLite file " + name + ": " + e.getMessage(), e);
  }

  @Override
  public void close() {
    synchronized (writing) {
      files.close();
    }
  }
}
