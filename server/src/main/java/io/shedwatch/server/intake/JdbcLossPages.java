package io.shedwatch.server.intake;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;

/** Lists of what is not here: refused messages and missing ones, the newest first. */
final class JdbcLossPages {
  private static final String NUMBER = "cast(number as varchar(20))";

  private static final String REJECTED =
      "number, "
          + NUMBER
          + " as id, received_at, topic, reason, detail, body from rejected_message";

  private static final String RUN = "shed || '/' || boot || '/' || cast(from_seq as varchar(20))";

  private static final String LOST =
      "shed, boot, from_seq, to_seq, why, noted_at, " + RUN + " as id from lost_messages";

  private JdbcLossPages() {}

  static Page<RejectedShape> rejected(
      Connection connection, SiteId site, SiteTime time, PageAsked asked) throws SQLException {
    return JdbcSelect.of(REJECTED, site.value())
        .page(
            connection,
            new JdbcSelect.Order("received_at", NUMBER, "id"),
            asked,
            row -> rejected(row, time));
  }

  static Page<LostShape> lost(Connection connection, SiteId site, SiteTime time, PageAsked asked)
      throws SQLException {
    return JdbcSelect.of(LOST, site.value())
        .page(
            connection, new JdbcSelect.Order("noted_at", RUN, "id"), asked, row -> lost(row, time));
  }

  private static RejectedShape rejected(ResultSet row, SiteTime time) throws SQLException {
    return new RejectedShape(
        row.getLong("number"),
        time.text(row.getObject("received_at", OffsetDateTime.class).toInstant()),
        row.getString("topic"),
        row.getString("reason"),
        row.getString("detail"),
        row.getString("body"));
  }

  private static LostShape lost(ResultSet row, SiteTime time) throws SQLException {
    return new LostShape(
        row.getString("shed"),
        row.getString("boot"),
        row.getLong("from_seq"),
        row.getLong("to_seq"),
        row.getString("why"),
        time.text(row.getObject("noted_at", OffsetDateTime.class).toInstant()));
  }
}
