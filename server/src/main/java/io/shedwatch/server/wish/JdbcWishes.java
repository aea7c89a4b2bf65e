package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The tables of wishes. What is told is what stands here: a restart tells nobody twice. */
final class JdbcWishes {
  /** Of each kind; one more is refused. An estate has fewer phones that wait at once. */
  static final int MOST = 2_000;

  private static final String FREE =
      "select token, number, sheds, stage, asked_at, expires_at, changed_at, offer_shed,"
          + " offer_socket, offer_until from free_wish where site = ?";
  private static final String CHARGE =
      "select token, shed, socket, stage, asked_at, expires_at, changed_at from charge_wish"
          + " where site = ?";

  private final DataSource database;
  private final SiteId site;
  private final JdbcPhones phones;

  JdbcWishes(DataSource database, SiteId site, JdbcPhones phones) {
    this.database = database;
    this.site = site;
    this.phones = phones;
  }

  /** Everything that waits or was told. */
  WishPlan.Wishes all() throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> new WishPlan.Wishes(line(connection), charges(connection, "", site.value())));
  }

  Optional<FreeWish> free(String token) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection, FREE + " and token = ?", JdbcWishes::free, site.value(), token));
  }

  private List<FreeWish> line(Connection connection) throws SQLException {
    return JdbcCall.list(connection, FREE + " order by number", JdbcWishes::free, site.value());
  }

  Optional<ChargeWish> charge(String token) throws SQLException {
    return JdbcTransaction.run(
            database, connection -> charges(connection, " and token = ?", site.value(), token))
        .stream()
        .findFirst();
  }

  private static List<ChargeWish> charges(Connection connection, String which, Object... values)
      throws SQLException {
    return JdbcCall.list(connection, CHARGE + which, JdbcWishes::charge, values);
  }

  /** Takes a wish; its number is drawn here. False: too many wait. */
  boolean add(FreeWish wish) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            hasRoom(connection, "free_wish")
                && JdbcCall.update(
                        connection,
                        "insert into free_wish (token, site, sheds, stage, asked_at, expires_at,"
                            + " changed_at) values (?, ?, ?, ?, ?, ?, ?)",
                        wish.token(),
                        site.value(),
                        wish.sheds().stream().map(ShedId::value).collect(Collectors.joining(" ")),
                        wish.stage().word(),
                        wish.askedAt(),
                        wish.expiresAt(),
                        wish.changedAt())
                    == 1);
  }

  /** Takes a wish. False: too many wait. */
  boolean add(ChargeWish wish) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            hasRoom(connection, "charge_wish")
                && JdbcCall.update(
                        connection,
                        "insert into charge_wish (token, site, shed, socket, stage, asked_at,"
                            + " expires_at, changed_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                        wish.token(),
                        site.value(),
                        wish.place().shed().value(),
                        wish.place().socket(),
                        wish.stage().word(),
                        wish.askedAt(),
                        wish.expiresAt(),
                        wish.changedAt())
                    == 1);
  }

  private boolean hasRoom(Connection connection, String table) throws SQLException {
    return JdbcCall.first(
                connection,
                "select count(*) from " + table + " where site = ?",
                row -> row.getInt(1),
                site.value())
            .orElse(0)
        < MOST;
  }

  /** Takes a wish back, and its phone; a no-op where there is none. */
  void remove(String token) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          int removed = remove(connection, token);
          phones.forget(connection, token);
          return removed;
        });
  }

  private int remove(Connection connection, String token) throws SQLException {
    return JdbcCall.update(
            connection, "delete from free_wish where site = ? and token = ?", site.value(), token)
        + JdbcCall.update(
            connection,
            "delete from charge_wish where site = ? and token = ?",
            site.value(),
            token);
  }

  /** All of it or nothing; a wish that was taken back meanwhile stays away. */
  void carryOut(WishPlan plan) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          for (FreeWish wish : plan.free()) {
            change(connection, wish);
          }
          for (ChargeWish wish : plan.charges()) {
            change(connection, wish);
          }
          for (String token : plan.dropped()) {
            remove(connection, token);
            phones.forgetTold(connection, token);
          }
          return plan;
        });
  }

  private void change(Connection connection, FreeWish wish) throws SQLException {
    Optional<FreeWish.Offer> offer = wish.offer();
    JdbcCall.update(
        connection,
        "update free_wish set stage = ?, changed_at = ?, offer_shed = ?, offer_socket = ?,"
            + " offer_until = ? where site = ? and token = ?",
        wish.stage().word(),
        wish.changedAt(),
        offer.map(one -> one.place().shed().value()),
        offer.map(one -> one.place().socket()),
        offer.map(FreeWish.Offer::until),
        site.value(),
        wish.token());
    phones.note(connection, wish.token(), Call.of(wish), wish.changedAt());
  }

  private void change(Connection connection, ChargeWish wish) throws SQLException {
    JdbcCall.update(
        connection,
        "update charge_wish set stage = ?, changed_at = ? where site = ? and token = ?",
        wish.stage().word(),
        wish.changedAt(),
        site.value(),
        wish.token());
    phones.note(connection, wish.token(), Call.of(wish), wish.changedAt());
  }

  private static FreeWish free(ResultSet row) throws SQLException {
    return new FreeWish(
        row.getString("token"),
        row.getLong("number"),
        Arrays.stream(row.getString("sheds").split(" ", -1)).map(ShedId::new).toList(),
        FreeWish.Stage.ofWord(row.getString("stage")),
        JdbcCall.time(row, "asked_at"),
        JdbcCall.time(row, "expires_at"),
        JdbcCall.time(row, "changed_at"),
        offer(row));
  }

  private static Optional<FreeWish.Offer> offer(ResultSet row) throws SQLException {
    Optional<String> shed = Optional.ofNullable(row.getString("offer_shed"));
    int socket = row.getInt("offer_socket");
    return JdbcCall.maybeTime(row, "offer_until")
        .flatMap(
            until -> shed.map(id -> new FreeWish.Offer(new Place(new ShedId(id), socket), until)));
  }

  private static ChargeWish charge(ResultSet row) throws SQLException {
    return new ChargeWish(
        row.getString("token"),
        new Place(new ShedId(row.getString("shed")), row.getInt("socket")),
        ChargeWish.Stage.ofWord(row.getString("stage")),
        JdbcCall.time(row, "asked_at"),
        JdbcCall.time(row, "expires_at"),
        JdbcCall.time(row, "changed_at"));
  }
}
