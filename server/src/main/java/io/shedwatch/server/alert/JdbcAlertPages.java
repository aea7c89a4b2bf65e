package io.shedwatch.server.alert;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Lists of alerts, the newest raised first. */
final class JdbcAlertPages {
  private static final List<String> OPEN =
      Arrays.stream(AlertState.values())
          .filter(state -> state != AlertState.CLOSED)
          .map(AlertState::word)
          .toList();

  private JdbcAlertPages() {}

  static Page<AlertView> page(Connection connection, SiteId site, AlertQuery query, PageAsked asked)
      throws SQLException {
    JdbcSelect select =
        JdbcSelect.of(JdbcAlerts.COLUMNS + " from alert", site.value())
            .in("state", query.states())
            .in("severity", query.severities())
            .where("shed = ?", query.shed())
            .where("socket = ?", query.socket())
            .where("rule = ?", query.rule())
            .where("raised_at >= ?", query.from())
            .where("raised_at < ?", query.to());
    if (query.open().orElse(false)) {
      select.in("state", OPEN).ofFew();
    } else if (query.open().isPresent()) {
      select.in("state", List.of(AlertState.CLOSED.word())).along("state");
    }
    if (query.shed().isPresent()) {
      select.along("shed");
    } else if (query.states().size() == 1) {
      select.along("state");
    }
    return select.page(
        connection, new JdbcSelect.Order("raised_at", "alert"), asked, JdbcAlerts::view);
  }
}
