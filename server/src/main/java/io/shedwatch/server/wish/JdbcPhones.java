package io.shedwatch.server.wish;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.notice.Language;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.wish.phone.Phone;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * The phones of wishes, and what each is still to be told: written together with what the wish has
 * come to, so that neither is there without the other.
 */
final class JdbcPhones {
  private static final String DUE =
      "select token, address, phone_keys, language, stage, shed, socket, useful_until, attempts"
          + " from wish_phone where site = ? and due_at <= ? order by due_at limit ?";

  private final DataSource database;
  private final SiteId site;

  JdbcPhones(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** A phone that is to be told something now; {@code attempts} were made before. */
  record Due(Phone phone, Call call, int attempts) {}

  /** Keeps the phone of a wish in place of an earlier one. False: there is no such wish. */
  boolean keep(String token, Phone phone) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          if (!lock(connection, "free_wish", token) && !lock(connection, "charge_wish", token)) {
            return false;
          }
          forget(connection, token);
          JdbcCall.update(
              connection,
              "insert into wish_phone (token, site, address, phone_keys, language, attempts)"
                  + " values (?, ?, ?, ?, ?, 0)",
              token,
              site.value(),
              phone.address(),
              phone.keys(),
              phone.language().word());
          return true;
        });
  }

  /** A wish that is taken back at the same time waits, and then takes the phone with it. */
  private boolean lock(Connection connection, String table, String token) throws SQLException {
    return JdbcCall.first(
            connection,
            "select 1 from " + table + " where site = ? and token = ? for update",
            row -> true,
            site.value(),
            token)
        .orElse(false);
  }

  boolean has(String token) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                    connection,
                    "select 1 from wish_phone where site = ? and token = ?",
                    row -> true,
                    site.value(),
                    token)
                .orElse(false));
  }

  /** Forgets a phone together with its wish. */
  void forget(Connection connection, String token) throws SQLException {
    JdbcCall.update(
        connection, "delete from wish_phone where site = ? and token = ?", site.value(), token);
  }

  /** Forgets the phone of a wish that is over, unless its last word is still to be told. */
  void forgetTold(Connection connection, String token) throws SQLException {
    JdbcCall.update(
        connection,
        "delete from wish_phone where site = ? and token = ? and due_at is null",
        site.value(),
        token);
  }

  /** A wish came to a new stage: this is to be told now, in place of what was. */
  void note(Connection connection, String token, Optional<Call> call, Instant now)
      throws SQLException {
    JdbcCall.update(
        connection,
        "update wish_phone set stage = ?, shed = ?, socket = ?, useful_until = ?, due_at = ?,"
            + " attempts = 0 where site = ? and token = ?",
        call.map(one -> one.what().word()),
        call.map(one -> one.place().shed().value()),
        call.map(one -> one.place().socket()),
        call.map(Call::useful),
        call.map(one -> now),
        site.value(),
        token);
  }

  /** What is to be told now, what waits longest first. */
  List<Due> due(Instant now, int most) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> JdbcCall.list(connection, DUE, JdbcPhones::due, site.value(), now, most));
  }

  /** What follows an attempt; a newer word that came meanwhile stays to be told. */
  void ended(Due due, CallRule.After after) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          if (after.forgotten()) {
            forget(connection, due.call().token());
            return 1;
          }
          return JdbcCall.update(
              connection,
              "update wish_phone set due_at = ?, attempts = ? where site = ? and token = ?"
                  + " and stage = ?",
              after.againAt(),
              due.attempts() + 1,
              site.value(),
              due.call().token(),
              due.call().what().word());
        });
  }

  private static Due due(ResultSet row) throws SQLException {
    return new Due(
        new Phone(
            row.getString("address"),
            row.getString("phone_keys"),
            Language.ofWord(row.getString("language"))),
        new Call(
            row.getString("token"),
            Call.What.ofWord(row.getString("stage")),
            new Place(new ShedId(row.getString("shed")), row.getInt("socket")),
            JdbcCall.time(row, "useful_until")),
        row.getInt("attempts"));
  }
}
