package io.shedwatch.server.notice;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.JdbcTransaction;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Notices and routes for those who ask. */
final class JdbcNoticeList {
  private static final JdbcSelect.Order ORDER = new JdbcSelect.Order("made_at", "notice");

  private final DataSource database;
  private final SiteId site;

  JdbcNoticeList(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  Page<Notice> page(HttpNotices.NoticeQuery query, PageAsked asked) throws SQLException {
    JdbcSelect select =
        JdbcSelect.of(JdbcNotices.COLUMNS + " from notice", site.value())
            .where("route = ?", query.route())
            .where("made_at >= ?", query.from())
            .where("made_at < ?", query.to())
            .where(
                "notice in (select t.notice from notice_task t where t.alert = ?)", query.alert())
            .in("state", query.states())
            .in("kind", query.kinds());
    return JdbcTransaction.run(
        database, connection -> select.page(connection, ORDER, asked, JdbcNotices::notice));
  }

  Optional<Notice> find(String notice) throws SQLException {
    return JdbcTransaction.run(
        database, connection -> new JdbcNotices(site).find(connection, notice));
  }

  List<Route> routes() throws SQLException {
    return JdbcTransaction.run(database, connection -> JdbcRoutes.all(connection, site));
  }

  Optional<Route> route(String route) throws SQLException {
    return JdbcTransaction.run(database, connection -> JdbcRoutes.find(connection, site, route));
  }

  void put(Route route, String who, Instant now) throws SQLException {
    JdbcTransaction.run(
        database,
        connection -> {
          JdbcRoutes.put(connection, site, route, who, now);
          return true;
        });
  }

  boolean remove(String route) throws SQLException {
    return JdbcTransaction.run(database, connection -> JdbcRoutes.remove(connection, site, route));
  }
}
