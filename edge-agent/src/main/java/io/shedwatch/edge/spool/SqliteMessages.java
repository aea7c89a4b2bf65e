package io.shedwatch.edge.spool;

import io.shedwatch.contract.Channel;
import io.shedwatch.edge.spool.Room.Load;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Held;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of one spool file, and those set aside. */
final class SqliteMessages {
  /** A message as it lies in the file. */
  @SuppressWarnings("ArrayRecordComponent") // Never compared; the body is not copied.
  record Row(long id, Channel channel, long at, byte[] body) {}

  private final SqliteFile file;

  SqliteMessages(SqliteFile file) {
    this.file = file;
  }

  IdRanges ids() throws SQLException {
    return file.ids("SELECT id, id FROM message ORDER BY id");
  }

  /** What lies between the ids, both included, by channel. */
  Map<Channel, Load> load(long from, long to) throws SQLException {
    Map<Channel, Load> loads = new EnumMap<>(Channel.class);
    String sql =
        "SELECT channel, count(*), sum(length(body)) FROM message WHERE id BETWEEN ? AND ?"
            + " GROUP BY channel";
    file.query(
        row -> {
          long messages = row.getLong(2);
          loads.put(
              channel(row.getString(1)),
              new Load(row.getLong(3) + messages * Room.OVERHEAD_BYTES, messages));
        },
        sql,
        from,
        to);
    return loads;
  }

  void deleteMessages(long from, long to) throws SQLException {
    file.statement("DELETE FROM message WHERE id BETWEEN ? AND ?", from, to).executeUpdate();
  }

  void put(Held message) throws SQLException {
    String sql = "INSERT OR REPLACE INTO message (id, channel, at, body) VALUES (?, ?, ?, ?)";
    file.statement(sql, message.id(), message.channel().word(), message.at(), message.body())
        .executeUpdate();
  }

  List<Row> after(long id, Lane lane, int atMost) throws SQLException {
    String urgent = lane == Lane.URGENT ? "<>" : "=";
    return rows(
        "SELECT id, channel, at, body FROM message WHERE id > ? AND channel "
            + urgent
            + " 'readings' ORDER BY id LIMIT ?",
        id,
        atMost);
  }

  /** The oldest of these channels above {@code id}. */
  List<Row> oldest(Channel one, Channel other, long id, int atMost) throws SQLException {
    return rows(
        "SELECT id, channel, at, body FROM message WHERE id > ? AND channel IN (?, ?)"
            + " ORDER BY id LIMIT ?",
        id,
        one.word(),
        other.word(),
        atMost);
  }

  Optional<Row> message(long id) throws SQLException {
    return rows("SELECT id, channel, at, body FROM message WHERE id = ?", id).stream().findAny();
  }

  private List<Row> rows(String sql, Object... values) throws SQLException {
    List<Row> found = new ArrayList<>();
    file.query(
        row ->
            found.add(
                new Row(
                    row.getLong(1), channel(row.getString(2)), row.getLong(3), row.getBytes(4))),
        sql,
        values);
    return found;
  }

  /** Keeps a message apart; beyond {@code atMost} the oldest such one is forgotten. */
  void setAside(Held message, String why, int atMost) throws SQLException {
    file.statement(
            "INSERT INTO set_aside (boot, seq, channel, at, body, why) VALUES (?, ?, ?, ?, ?, ?)",
            message.boot().value(),
            message.seq(),
            message.channel().word(),
            message.at(),
            message.body(),
            why)
        .executeUpdate();
    String oldest =
        "DELETE FROM set_aside WHERE nth <="
            + " (SELECT nth FROM set_aside ORDER BY nth DESC LIMIT 1 OFFSET ?)";
    file.statement(oldest, atMost).executeUpdate();
  }

  private static Channel channel(String word) throws SQLException {
    return Channel.ofWord(word).orElseThrow(() -> new SQLException("unknown channel " + word));
  }
}
