package io.shedwatch.edge.spool;

import io.shedwatch.contract.BootId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The small tables of one spool file: boots, what was dropped, and what the memory keeps. */
final class SqliteBooks {
  private final SqliteFile file;

  SqliteBooks(SqliteFile file) {
    this.file = file;
  }

  List<Boot> boots() throws SQLException {
    List<Boot> boots = new ArrayList<>();
    String sql = "SELECT number, boot, base FROM boot ORDER BY number";
    file.query(
        row -> boots.add(new Boot(row.getLong(1), new BootId(row.getString(2)), row.getLong(3))),
        sql);
    return boots;
  }

  void insert(Boot boot) throws SQLException {
    String sql = "INSERT OR IGNORE INTO boot (number, boot, base) VALUES (?, ?, ?)";
    file.statement(sql, boot.number(), boot.id().value(), boot.base()).executeUpdate();
  }

  void deleteBoot(long number) throws SQLException {
    file.statement("DELETE FROM boot WHERE number = ?", number).executeUpdate();
  }

  IdRanges dropped() throws SQLException {
    return file.ids("SELECT from_id, to_id FROM dropped ORDER BY from_id");
  }

  void deleteDropped(long from) throws SQLException {
    file.statement("DELETE FROM dropped WHERE from_id = ?", from).executeUpdate();
  }

  void insertDropped(IdRanges.Range range) throws SQLException {
    String sql = "INSERT OR REPLACE INTO dropped (from_id, to_id) VALUES (?, ?)";
    file.statement(sql, range.from(), range.to()).executeUpdate();
  }

  Map<String, String> kept() throws SQLException {
    Map<String, String> kept = new HashMap<>();
    file.query(row -> kept.put(row.getString(1), row.getString(2)), "SELECT key, value FROM kept");
    return kept;
  }

  void keep(String key, Optional<String> value) throws SQLException {
    if (value.isEmpty()) {
      file.statement("DELETE FROM kept WHERE key = ?", key).executeUpdate();
    } else {
      file.statement("INSERT OR REPLACE INTO kept (key, value) VALUES (?, ?)", key, value.get())
          .executeUpdate();
    }
  }
}
