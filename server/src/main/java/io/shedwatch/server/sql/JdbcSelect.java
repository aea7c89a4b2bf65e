package io.shedwatch.server.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * A select whose conditions depend on what was asked, ordered newest first and read a page at a
 * time. Conditions are texts of ours; what callers gave is always bound, never written into SQL.
 */
public final class JdbcSelect {
  private final StringBuilder sql;
  private final List<Object> values = new ArrayList<>();
  private String along = "site desc, ";

  private JdbcSelect(String head, Object first) {
    this.sql = new StringBuilder(head);
    values.add(first);
  }

  /**
   * Begins a select over the rows of one site.
   *
   * @param columns and table, as in {@code a, b from t}
   * @param site rows of other sites are never seen
   */
  public static JdbcSelect of(String columns, String site) {
    return new JdbcSelect("select " + columns + " where site = ?", site);
  }

  /** Adds a condition with one value. */
  public JdbcSelect where(String condition, Object value) {
    sql.append(" and ").append(condition);
    values.add(value instanceof Instant at ? utc(at) : value);
    return this;
  }

  /** Adds a condition with one value, if there is one. */
  public JdbcSelect where(String condition, Optional<?> value) {
    value.ifPresent(one -> where(condition, one));
    return this;
  }

  /** Adds a condition with several values. */
  public JdbcSelect where(String condition, List<?> several) {
    sql.append(" and ").append(condition);
    values.addAll(several);
    return this;
  }

  /** Adds a condition without a value. */
  public JdbcSelect where(String condition) {
    sql.append(" and ").append(condition);
    return this;
  }

  /** Restricts a column to some words; no words: no restriction. */
  public JdbcSelect in(String column, Collection<String> words) {
    if (!words.isEmpty()) {
      sql.append(" and ").append(column).append(" in (");
      sql.append(String.join(", ", Collections.nCopies(words.size(), "?"))).append(')');
      values.addAll(words);
    }
    return this;
  }

  /** Leaves out rows whose column holds one of the words; no words: no restriction. */
  public JdbcSelect notIn(String column, Collection<String> words) {
    if (!words.isEmpty()) {
      in("not " + column, words);
    }
    return this;
  }

  /**
   * Walks the index of site, this column and the list's order. Every row asked for holds one and
   * the same value in that column, so the order is that of the list; H2 takes the index only when
   * its columns are named, and sorts everything otherwise.
   */
  public JdbcSelect along(String column) {
    along = "site desc, " + column + " desc, ";
    return this;
  }

  /** A condition leaves few rows: they are looked up by it and sorted, and no index is walked. */
  public JdbcSelect ofFew() {
    along = "";
    return this;
  }

  /**
   * What a list is ordered by, newest first: a time and, for rows of the same time, a key.
   *
   * @param at column of the time
   * @param id what the key is in SQL
   * @param idColumn what the key is called in the result
   */
  public record Order(String at, String id, String idColumn) {
    public Order(String at, String id) {
      this(at, id, id);
    }
  }

  /** Reads one row where the result stands. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The page asked for. */
  public <T> Page<T> page(Connection connection, Order order, PageAsked asked, Row<T> row)
      throws SQLException {
    asked
        .after()
        .ifPresent(
            after -> {
              // Said so that both databases walk the index from the cursor on.
              where(order.at() + " <= ?", after.at());
              where("(" + order.at() + " < ?", after.at());
              sql.append(" or ").append(order.id()).append(" < ?)");
              values.add(after.id());
            });
    sql.append(" order by ").append(along).append(order.at()).append(" desc, ").append(order.id());
    sql.append(" desc fetch first ").append(asked.limit() + 1).append(" rows only");
    List<T> items = new ArrayList<>();
    Optional<Cursor> last = Optional.empty();
    try (PreparedStatement select = prepare(connection);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        if (items.size() == asked.limit()) {
          return new Page<>(items, last);
        }
        items.add(row.read(rows));
        last = Optional.of(cursor(rows, order));
      }
    }
    return new Page<>(items, Optional.empty());
  }

  private static Cursor cursor(ResultSet row, Order order) throws SQLException {
    Instant at = row.getObject(order.at(), OffsetDateTime.class).toInstant();
    return new Cursor(at, row.getString(order.idColumn()));
  }

  private PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement select = connection.prepareStatement(sql.toString());
    for (int i = 0; i < values.size(); i++) {
      select.setObject(i + 1, values.get(i));
    }
    return select;
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
