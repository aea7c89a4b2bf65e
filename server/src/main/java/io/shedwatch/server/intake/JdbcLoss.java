package io.shedwatch.server.intake;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.intake.step.Consequence;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/** The tables of what is not here: lost and awaited seqs, refused messages, boots that are over. */
final class JdbcLoss {
  /** Refused messages kept of a site; older ones go. */
  static final int MOST_REFUSALS = 1_000;

  /** Longer bodies are cut: enough to see what is wrong. */
  private static final int MOST_BODY_CHARS = 2_000;

  private static final int MOST_WORDS_CHARS = 200;

  private static final String LOST =
      "insert into lost_messages (site, shed, boot, from_seq, to_seq, why, noted_at)"
          + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing";

  private static final String FILLED =
      "delete from lost_messages where site = ? and shed = ? and boot = ? and from_seq = ?"
          + " and why = 'awaited'";

  private static final String CLOSED =
      "insert into closed_boot (site, shed, boot, boot_rank, first_at, closed_at)"
          + " values (?, ?, ?, ?, ?, ?) on conflict do nothing";

  private static final String REFUSED =
      "insert into rejected_message (site, received_at, topic, reason, detail, body)"
          + " values (?, ?, ?, ?, ?, ?)";

  private static final String TRIM =
      "delete from rejected_message where site = ? and number <= (select number from"
          + " rejected_message where site = ? order by number desc offset "
          + MOST_REFUSALS
          + " rows fetch first 1 row only)";

  private final Connection connection;
  private final long now;
  private final String site;
  private boolean refused;

  JdbcLoss(Connection connection, SiteId site, long now) {
    this.connection = connection;
    this.site = site.value();
    this.now = now;
  }

  void write(ShedAddress shed, Consequence consequence) throws SQLException {
    if (consequence instanceof Consequence.Lost lost) {
      if (!lost.why().equals("awaited")) {
        filled(shed, lost.boot().value(), lost.seqs().from());
      }
      lost(shed, lost);
    } else if (consequence instanceof Consequence.Filled filled) {
      filled(shed, filled.boot().value(), filled.from());
    } else if (consequence instanceof Consequence.BootClosed closed) {
      closed(shed, closed);
    } else if (consequence instanceof Refusal refusal) {
      refuse(refusal);
    } else {
      throw new IllegalStateException("nobody writes " + consequence);
    }
  }

  void refuse(Refusal refusal) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(REFUSED)) {
      insert.setString(1, site);
      insert.setObject(2, JdbcLedger.time(refusal.receivedAt()));
      insert.setString(3, plain(refusal.topic(), MOST_WORDS_CHARS));
      insert.setString(4, refusal.reason());
      insert.setString(5, plain(refusal.detail(), MOST_WORDS_CHARS));
      insert.setString(6, plain(refusal.body(), MOST_BODY_CHARS));
      insert.executeUpdate();
    }
    refused = true;
  }

  /** Lets go of the oldest refusals beyond the bound. */
  void trim() throws SQLException {
    if (!refused) {
      return;
    }
    try (PreparedStatement delete = connection.prepareStatement(TRIM)) {
      delete.setString(1, site);
      delete.setString(2, site);
      delete.executeUpdate();
    }
  }

  private void lost(ShedAddress shed, Consequence.Lost lost) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(LOST)) {
      JdbcLedger.key(insert, 1, shed);
      insert.setString(3, lost.boot().value());
      insert.setLong(4, lost.seqs().from());
      insert.setLong(5, lost.seqs().to());
      insert.setString(6, lost.why());
      insert.setObject(7, JdbcLedger.time(now));
      insert.executeUpdate();
    }
  }

  private void filled(ShedAddress shed, String boot, long from) throws SQLException {
    try (PreparedStatement delete = connection.prepareStatement(FILLED)) {
      JdbcLedger.key(delete, 1, shed);
      delete.setString(3, boot);
      delete.setLong(4, from);
      delete.executeUpdate();
    }
  }

  private void closed(ShedAddress shed, Consequence.BootClosed closed) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(CLOSED)) {
      JdbcLedger.key(insert, 1, shed);
      insert.setString(3, closed.boot().boot().value());
      insert.setLong(4, closed.boot().rank());
      insert.setObject(5, JdbcLedger.time(closed.boot().firstAt()));
      insert.setObject(6, JdbcLedger.time(closed.boot().closedAt()));
      insert.executeUpdate();
    }
  }

  /** PostgreSQL takes no NUL in text. */
  private static String plain(String text, int mostChars) {
    int end = Math.min(text.length(), mostChars);
    if (end < text.length() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--; // Half a character is none.
    }
    return text.substring(0, end).replace('\u0000', '\ufffd');
  }
}
