package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcSelect;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Makes what people wrote about incidents findable, within the caller's transaction. */
final class JdbcIncidentTexts {
  private static final String ADD =
      "insert into incident_gram (gram, number) select ?, number from incident where incident = ?"
          + " on conflict do nothing";

  /** So many incidents are looked up one by one. */
  private static final int FEW = 5_000;

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

  /**
   * Restricts a select over incidents to those about which somebody wrote {@code text}. A pair that
   * few incidents hold leads to them; where all pairs are common, the newest incidents are walked
   * and looked up until the page is full. Said last: it decides how the list is read.
   */
  static void restrict(Connection connection, JdbcSelect select, String text) throws SQLException {
    List<String> pairs = new ArrayList<>(Grams.of(text).stream().limit(Grams.MOST_ASKED).toList());
    int fewest = Integer.MAX_VALUE;
    for (String pair : List.copyOf(pairs)) {
      int holders = holders(connection, pair);
      if (holders < fewest) {
        fewest = holders;
        pairs.remove(pair);
        pairs.add(0, pair);
      }
    }
    if (fewest > FEW) {
      select.where(holds(pairs.size()), pairs);
      return;
    }
    String others =
        " and exists (select 1 from incident_gram h where h.gram = ? and h.number = g.number)"
            .repeat(pairs.size() - 1);
    select
        .where(
            "number in (select g.number from incident_gram g where g.gram = ?" + others + ")",
            pairs)
        .ofFew();
  }

  /**
   * The condition that an incident holds so many pairs, one looked up within the other. PostgreSQL
   * would join all holders of common pairs that are asked for by "exists", and reads all incidents
   * where several conditions let it expect less than a page.
   */
  private static String holds(int pairs) {
    StringBuilder condition = new StringBuilder();
    for (int i = 0; i < pairs; i++) {
      condition.append(i == 0 ? "" : " and ");
      condition.append("(select count(*) from incident_gram h").append(i);
      condition.append(" where h").append(i).append(".gram = ? and h").append(i);
      condition.append(".number = ").append(i == 0 ? "incident" : "h" + (i - 1)).append(".number");
    }
    return condition.append(") > 0".repeat(pairs)).toString();
  }

  /** How many incidents hold a pair; counted to a little more than {@link #FEW}. */
  private static int holders(Connection connection, String pair) throws SQLException {
    return JdbcCall.first(
            connection,
            "select count(*) from (select 1 from incident_gram where gram = ? fetch first "
                + (FEW + 1)
                + " rows only) held",
            row -> row.getInt(1),
            pair)
        .orElse(0);
  }
}
