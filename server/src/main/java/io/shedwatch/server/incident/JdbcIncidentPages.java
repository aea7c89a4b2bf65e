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
import java.util.Set;

/** Lists of incidents, the newest opened first, and the events of one, the oldest first. */
public final class JdbcIncidentPages {
  static final List<String> STATES = List.of("open", "acknowledged", "resolved", "closed");
  private static final List<String> OPEN = STATES.subList(0, 2);

  private JdbcIncidentPages() {}

  /** One page of the incidents that {@code query} asks for. */
  public static Page<IncidentView> page(
      Connection connection, SiteId site, IncidentQuery query, PageAsked asked)
      throws SQLException {
    JdbcSelect select =
        JdbcSelect.of(JdbcIncidents.COLUMNS + " from incident", site.value())
            .in("severity", query.severities())
            .where("kind = ?", query.kind())
            .where("shed = ?", query.shed())
            .where("socket = ?", query.socket())
            .where("building = ?", query.building())
            .where("opened_at >= ?", query.from())
            .where("opened_at < ?", query.to())
            .where("way = ?", query.way())
            .where("due_at < ?", query.overdueAt());
    states(select, query.states());
    // What is open is little and has an index; what is over is nearly all: it is walked.
    if (query.overdueAt().isPresent() || query.open().orElse(false)) {
      select.in("state", OPEN).ofFew();
    }
    if (query.open().isPresent() && !query.open().get()) {
      select.notIn("state", OPEN);
    }
    narrowest(query).ifPresent(select::along);
    if (query.text().isPresent()) {
      JdbcIncidentTexts.restrict(connection, select, query.text().get());
    }
    return select.page(
        connection, new JdbcSelect.Order("opened_at", "incident"), asked, JdbcIncidents::view);
  }

  /** Several states that are nearly all rows are asked for by what they are not. */
  private static void states(JdbcSelect select, Set<String> states) {
    if (states.size() > 1 && states.stream().anyMatch(state -> !OPEN.contains(state))) {
      select.notIn("state", STATES.stream().filter(state -> !states.contains(state)).toList());
    } else {
      select.in("state", states);
    }
  }

  /** The column with an index that leaves the fewest rows, among those that hold one value. */
  private static Optional<String> narrowest(IncidentQuery query) {
    if (query.shed().isPresent()) {
      return Optional.of("shed");
    }
    if (query.building().isPresent()) {
      return Optional.of("building");
    }
    if (query.kind().isPresent()) {
      return Optional.of("kind");
    }
    if (query.states().size() == 1) {
      return Optional.of("state");
    }
    return query.severities().size() == 1 ? Optional.of("severity") : Optional.empty();
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
