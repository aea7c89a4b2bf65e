package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.sql.JdbcSelect;
import io.shedwatch.server.sql.Page;
import io.shedwatch.server.sql.PageAsked;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Lists of incidents, the newest opened first, and the events of one, the oldest first. */
public final class JdbcIncidentPages {
  static final List<String> STATES = List.of("open", "acknowledged", "resolved", "closed");
  private static final List<String> OPEN = STATES.subList(0, 2);
  private static final List<String> OVER = STATES.subList(2, 4);

  private JdbcIncidentPages() {}

  /** One page of the incidents that {@code query} asks for. */
  public static Page<IncidentView> page(
      Connection connection, SiteId site, IncidentQuery query, PageAsked asked)
      throws SQLException {
    JdbcSelect select =
        JdbcSelect.of(JdbcIncidents.COLUMNS + " from incident", site.value())
            .in("state", query.states())
            .in("severity", query.severities())
            .where("kind = ?", query.kind())
            .where("shed = ?", query.shed())
            .where("socket = ?", query.socket())
            .where("building = ?", query.building())
            .where("opened_at >= ?", query.from())
            .where("opened_at < ?", query.to())
            .where("way = ?", query.way())
            .where("due_at < ?", query.overdueAt());
    query.overdueAt().ifPresent(any -> select.in("state", OPEN));
    query.text().ifPresent(text -> JdbcIncidentTexts.restrict(select, text));
    query.open().ifPresent(open -> select.in("state", open ? OPEN : OVER));
    return select.page(
        connection, new JdbcSelect.Order("opened_at", "incident"), asked, JdbcIncidents::view);
  }

  /**
   * Events of one incident in the order of the chain.
   *
   * @param after number of the last event of the page before; 0 for the first page
   */
  public static List<StoredEvent> events(
      Connection connection, SiteId site, String incident, long after, int limit)
      throws SQLException {
    List<StoredEvent> events = new ArrayList<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "select number, at, event, who, detail, cause, previous_hash, hash from incident_event"
                + " where incident = ? and site = ? and number > ? order by number"
                + " fetch first ? rows only")) {
      select.setString(1, incident);
      select.setString(2, site.value());
      select.setLong(3, after);
      select.setInt(4, limit);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          events.add(event(row, incident));
        }
      }
    }
    return withTexts(connection, site, events);
  }

  private static StoredEvent event(ResultSet row, String incident) throws SQLException {
    IncidentEvent event =
        new IncidentEvent(
            incident,
            row.getObject("at", OffsetDateTime.class).toInstant().toEpochMilli(),
            row.getString("event"),
            row.getString("who"),
            row.getString("detail"),
            row.getString("cause"));
    return new StoredEvent(
        row.getLong("number"),
        event,
        Optional.empty(),
        row.getString("previous_hash"),
        row.getString("hash"));
  }

  private static List<StoredEvent> withTexts(
      Connection connection, SiteId site, List<StoredEvent> events) throws SQLException {
    List<String> digests =
        events.stream()
            .flatMap(stored -> DetailText.remark(stored.event().detail()).stream())
            .toList();
    Map<String, String> texts = JdbcRemarks.texts(connection, site, digests);
    return events.stream()
        .map(
            stored ->
                new StoredEvent(
                    stored.number(),
                    stored.event(),
                    DetailText.remark(stored.event().detail())
                        .flatMap(digest -> Optional.ofNullable(texts.get(digest))),
                    stored.previousHash(),
                    stored.hash()))
        .toList();
  }
}
