package io.shedwatch.server.incident;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.sql.JdbcCall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The tables of incidents and their events, within the caller's transaction. Whoever appends holds
 * the site's chain row until the commit, so the chain has no forks; take it last, to hold it
 * briefly.
 */
public final class JdbcIncidents {
  /** What {@link #view} reads. */
  static final String COLUMNS =
      "incident, kind, severity, shed, socket, building, opened_at, state, assigned_to,"
          + " party, due_at, way";

  private static final String VIEW = "select " + COLUMNS + " from incident where ";

  private JdbcIncidents() {}

  /** The incident that an occasion opened or joined, and the event to append for it. */
  public record Entry(IncidentView incident, IncidentEvent event) {}

  /**
   * Opens an incident or joins the open one of the same key.
   *
   * @param now epoch milliseconds, the event's time
   */
  public static Entry openOrJoin(Connection connection, Occasion occasion, long now)
      throws SQLException {
    Optional<IncidentView> open = findBy(connection, "open_key = ?", occasion.openKey());
    boolean opens = open.isEmpty() && insert(connection, occasion);
    IncidentView incident =
        open.isPresent() ? open.get() : opened(connection, occasion).orElseThrow();
    if (occasion.severity().worseThan(Severity.ofWord(incident.severity()))) {
      worsen(connection, incident.incident(), occasion.severity());
      incident = find(connection, incident.incident()).orElseThrow();
    }
    IncidentEvent event =
        new IncidentEvent(
            incident.incident(),
            now,
            opens ? "opened" : "joined",
            occasion.who(),
            occasion.detail(),
            occasion.id() + ":raised");
    return new Entry(incident, event);
  }

  /** What is open under the key now: this one, or the one that somebody else was faster to open. */
  private static Optional<IncidentView> opened(Connection connection, Occasion occasion)
      throws SQLException {
    Optional<IncidentView> open = findBy(connection, "open_key = ?", occasion.openKey());
    return open.isPresent() ? open : find(connection, occasion.id());
  }

  public static Optional<IncidentView> find(Connection connection, String incident)
      throws SQLException {
    return findBy(connection, "incident = ?", incident);
  }

  /**
   * Appends to the site's chain, in this order; events whose cause is there already are skipped.
   *
   * @return how many were new
   */
  public static int append(Connection connection, SiteId site, List<IncidentEvent> events)
      throws SQLException {
    Link link = lock(connection, site.value());
    int added = 0;
    for (IncidentEvent event : events) {
      if (!isThere(connection, site.value(), event.cause())) {
        link = insert(connection, site.value(), link, event);
        added++;
      }
    }
    if (added > 0) {
      move(connection, site.value(), link);
    }
    return added;
  }

  /** Makes sure that the site has a chain to lock. */
  public static void prepare(Connection connection, SiteId site) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into incident_chain (site, number, hash) values (?, 0, ?)"
                + " on conflict do nothing")) {
      insert.setString(1, site.value());
      insert.setString(2, EventHash.GENESIS);
      insert.executeUpdate();
    }
  }

  /** The newest number and hash of a site. */
  private record Link(long number, String hash) {}

  private static Link lock(Connection connection, String site) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select number, hash from incident_chain where site = ? for update")) {
      select.setString(1, site);
      try (ResultSet row = select.executeQuery()) {
        if (row.next()) {
          return new Link(row.getLong(1), row.getString(2));
        }
      }
    }
    throw new IllegalStateException("site " + site + " has no incident chain: prepare it at start");
  }

  private static boolean isThere(Connection connection, String site, String cause)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select 1 from incident_event where site = ? and cause = ?")) {
      select.setString(1, site);
      select.setString(2, cause);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    }
  }

  private static Link insert(Connection connection, String site, Link before, IncidentEvent event)
      throws SQLException {
    long number = before.number() + 1;
    String hash = EventHash.of(site, number, before.hash(), event);
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into incident_event (site, number, incident, at, event, who, detail, cause,"
                + " previous_hash, hash) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
      insert.setString(1, site);
      insert.setLong(2, number);
      insert.setString(3, event.incident());
      insert.setObject(4, time(event.at()));
      insert.setString(5, event.event());
      insert.setString(6, event.who());
      insert.setString(7, event.detail());
      insert.setString(8, event.cause());
      insert.setString(9, before.hash());
      insert.setString(10, hash);
      insert.executeUpdate();
    }
    return new Link(number, hash);
  }

  private static void move(Connection connection, String site, Link link) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update incident_chain set number = ?, hash = ? where site = ?")) {
      update.setLong(1, link.number());
      update.setString(2, link.hash());
      update.setString(3, site);
      update.executeUpdate();
    }
  }

  private static boolean insert(Connection connection, Occasion occasion) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into incident (incident, site, kind, severity, shed, socket, state, open_key,"
                + " opened_at, building) values (?, ?, ?, ?, ?, ?, 'open', ?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setString(1, occasion.id());
      insert.setString(2, occasion.subject().site().value());
      insert.setString(3, occasion.kind());
      insert.setString(4, occasion.severity().word());
      insert.setString(5, occasion.subject().shed().map(ShedId::value).orElse(null));
      if (occasion.subject().socket().isPresent()) {
        insert.setInt(6, occasion.subject().socket().getAsInt());
      } else {
        insert.setNull(6, Types.INTEGER);
      }
      insert.setString(7, occasion.openKey());
      insert.setObject(8, time(occasion.at()));
      insert.setString(9, occasion.subject().building().orElse(null));
      return insert.executeUpdate() == 1;
    }
  }

  static void worsen(Connection connection, String incident, Severity severity)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("update incident set severity = ? where incident = ?")) {
      update.setString(1, severity.word());
      update.setString(2, incident);
      update.executeUpdate();
    }
  }

  static Optional<IncidentView> findBy(Connection connection, String where, String key)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(VIEW + where)) {
      select.setString(1, key);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(view(row)) : Optional.empty();
      }
    }
  }

  static IncidentView view(ResultSet row) throws SQLException {
    int socket = row.getInt("socket");
    OptionalInt optionalSocket = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(socket);
    return new IncidentView(
        row.getString("incident"),
        row.getString("kind"),
        row.getString("severity"),
        Optional.ofNullable(row.getString("shed")),
        optionalSocket,
        Optional.ofNullable(row.getString("building")),
        row.getObject("opened_at", OffsetDateTime.class).toInstant(),
        row.getString("state"),
        Optional.ofNullable(row.getString("assigned_to")),
        Optional.ofNullable(row.getString("party")),
        JdbcCall.maybeTime(row, "due_at"),
        Optional.ofNullable(row.getString("way")));
  }

  private static OffsetDateTime time(long epochMillis) {
    return Instant.ofEpochMilli(epochMillis).atOffset(ZoneOffset.UTC);
  }
}
