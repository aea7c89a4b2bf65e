package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.sql.JdbcSelect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

/** Makes what people wrote about incidents findable, within the caller's transaction. */
final class JdbcIncidentTexts {
  private static final String ADD =
      "insert into incident_gram (gram, number) select ?, number from incident where incident = ?"
          + " on conflict do nothing";

  private JdbcIncidentTexts() {}

  /** Makes {@code text} findable. */
  static void add(Connection connection, String incident, String text) throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(ADD)) {
      for (String pair : Grams.of(text)) {
        insert.setString(1, pair);
        insert.setString(2, incident);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Makes the remark of that digest findable. */
  static void addRemark(Connection connection, SiteId site, String incident, String digest)
      throws SQLException {
    for (String text : JdbcRemarks.texts(connection, site, List.of(digest)).values()) {
      add(connection, incident, text);
    }
  }

  /** Restricts a select over incidents to those about which somebody wrote {@code text}. */
  static void restrict(JdbcSelect select, String text) {
    Grams.of(text).stream()
        .limit(Grams.MOST_ASKED)
        .forEach(
            pair ->
                select.where("number in (select number from incident_gram where gram = ?)", pair));
  }
}
