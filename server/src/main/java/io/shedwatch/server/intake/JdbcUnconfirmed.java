package io.shedwatch.server.intake;

import io.shedwatch.contract.CommandAction;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.rule.RuleName;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** Orders of which nobody knows what became of them, and the alerts of a rule that are active. */
final class JdbcUnconfirmed {
  private static final int MOST = 1_000;

  private JdbcUnconfirmed() {}

  /** An order that ran out. */
  record Order(String command, String shed, int socket, CommandAction action, Instant expiredAt) {}

  /**
   * The oldest unanswered order of each socket since its last answer: later ones join its alert.
   *
   * @param since older ones are of no interest
   */
  static List<Order> orders(DataSource database, SiteId site, Instant now, Instant since)
      throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select c.command, c.shed, c.socket, c.action, c.expires_at from socket_command c"
                    + " where c.site = ? and c.outcome_at is null and c.expires_at <= ?"
                    + " and c.expires_at > ? and not exists (select 1 from socket_command o"
                    + " where o.site = c.site and o.shed = c.shed and o.socket = c.socket"
                    + " and o.command <> c.command and ((o.outcome_at is not null"
                    + " and o.ordered_at >= c.ordered_at) or (o.outcome_at is null"
                    + " and o.expires_at <= ? and o.expires_at > ?"
                    + " and (o.ordered_at < c.ordered_at or (o.ordered_at = c.ordered_at"
                    + " and o.command < c.command)))))"
                    + " order by c.ordered_at fetch first "
                    + MOST
                    + " rows only",
                row ->
                    new Order(
                        row.getString(1),
                        row.getString(2),
                        row.getInt(3),
                        CommandAction.ofWord(row.getString(4)).orElseThrow(),
                        JdbcCall.time(row, "expires_at")),
                site.value(),
                now,
                since,
                now,
                since));
  }

  /** The active alerts of a rule, the oldest first. */
  static List<String> active(DataSource database, SiteId site, RuleName rule) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.list(
                connection,
                "select alert from alert where site = ? and rule = ? and cleared_at is null"
                    + " and state <> 'closed' order by raised_at fetch first "
                    + MOST
                    + " rows only",
                row -> row.getString(1),
                site.value(),
                rule.word()));
  }
}
