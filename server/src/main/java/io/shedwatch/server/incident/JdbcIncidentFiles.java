package io.shedwatch.server.incident;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.alert.JdbcRemarks;
import io.shedwatch.server.alert.Remark;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.sql.DataSource;

/** Photos and evidence packs of incidents: bytes here, digests in the chain. */
public final class JdbcIncidentFiles {
  /** More photos of one incident are refused. */
  static final int MOST_PHOTOS = 20;

  private static final String COLUMNS =
      "select incident, digest, kind, media_type, bytes, added_by, added_at from incident_file";

  private final DataSource database;
  private final SiteId site;

  public JdbcIncidentFiles(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** What became of an upload. */
  enum Added {
    DONE,
    /** The same photo is there: twice is the same as once. */
    ALREADY,
    NO_SUCH_INCIDENT,
    TOO_MANY
  }

  /** Adds a photo with what the person wrote about it. */
  Added addPhoto(String incident, Photo photo, String who, Instant now, Optional<String> text)
      throws SQLException {
    byte[] jpeg = photo.jpeg();
    String digest = EventHash.ofFile(jpeg);
    IncidentFile file =
        new IncidentFile(
            incident, digest, IncidentFile.PHOTO, Photo.MEDIA_TYPE, jpeg.length, who, now);
    return JdbcTransaction.run(
        database,
        connection -> {
          if (JdbcIncidents.find(connection, incident).isEmpty()) {
            return Added.NO_SUCH_INCIDENT;
          }
          List<IncidentFile> there = of(connection, incident);
          if (there.stream().anyMatch(one -> one.digest().equals(digest))) {
            return Added.ALREADY;
          }
          if (there.stream().filter(one -> one.kind().equals(IncidentFile.PHOTO)).count()
              >= MOST_PHOTOS) {
            return Added.TOO_MANY;
          }
          add(connection, site, file, jpeg);
          SortedMap<String, String> detail = new TreeMap<>();
          detail.put(IncidentFile.PHOTO, digest);
          if (text.isPresent()) {
            Remark remark = new Remark(incident, who, now, text.get());
            detail.put(DetailText.REMARK, JdbcRemarks.write(connection, site, remark));
            JdbcIncidentTexts.add(connection, incident, text.get());
          }
          append(connection, incident, "photographed", who, now, detail);
          return Added.DONE;
        });
  }

  /** Stores the bytes within the caller's transaction; the caller appends the event. */
  public static void add(Connection connection, SiteId site, IncidentFile file, byte[] body)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into incident_file (site, incident, digest, kind, media_type, bytes, body,"
                + " added_by, added_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
      insert.setString(1, site.value());
      insert.setString(2, file.incident());
      insert.setString(3, file.digest());
      insert.setString(4, file.kind());
      insert.setString(5, file.mediaType());
      insert.setInt(6, body.length);
      insert.setBytes(7, body);
      insert.setString(8, file.by());
      insert.setObject(9, file.at().atOffset(ZoneOffset.UTC));
      insert.executeUpdate();
    }
  }

  /**
   * Erases a photo; its digest stays in the chain and says that there was one.
   *
   * @return whether there was one
   */
  boolean erasePhoto(String incident, String digest, String who, Instant now, String why)
      throws SQLException {
    return JdbcTransaction.run(
        database,
        connection -> {
          int gone =
              JdbcCall.update(
                  connection,
                  "delete from incident_file where site = ? and incident = ? and digest = ?"
                      + " and kind = 'photo'",
                  site.value(),
                  incident,
                  digest);
          if (gone == 0) {
            return false;
          }
          SortedMap<String, String> detail = new TreeMap<>();
          detail.put("erased", IncidentFile.PHOTO);
          Remark remark = new Remark(incident, who, now, why);
          detail.put(DetailText.REMARK, JdbcRemarks.write(connection, site, remark));
          append(connection, incident, "erased", who, now, detail);
          return true;
        });
  }

  private void append(
      Connection connection,
      String incident,
      String event,
      String who,
      Instant now,
      SortedMap<String, String> detail)
      throws SQLException {
    String cause = incident + ":" + event + ":" + now.toEpochMilli() + ":" + who;
    JdbcIncidents.append(
        connection,
        site,
        List.of(
            new IncidentEvent(
                incident, now.toEpochMilli(), event, who, DetailText.of(detail), cause)));
  }

  /** The files of one incident, the oldest first. */
  public List<IncidentFile> of(String incident) throws SQLException {
    return JdbcTransaction.run(database, connection -> of(connection, incident));
  }

  private List<IncidentFile> of(Connection connection, String incident) throws SQLException {
    return JdbcCall.list(
        connection,
        COLUMNS + " where site = ? and incident = ? order by added_at, digest",
        JdbcIncidentFiles::file,
        site.value(),
        incident);
  }

  /** The evidence pack of an incident, JSON; empty until its last minute is over. */
  Optional<byte[]> evidence(String incident) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select body from incident_file where site = ? and incident = ? and kind = ?",
                row -> row.getBytes(1),
                site.value(),
                incident,
                IncidentFile.EVIDENCE));
  }

  /** The bytes of a file; empty when there is none, or it was erased. */
  public Optional<byte[]> body(String incident, String digest) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select body from incident_file where site = ? and incident = ? and digest = ?",
                row -> row.getBytes(1),
                site.value(),
                incident,
                digest));
  }

  private static IncidentFile file(ResultSet row) throws SQLException {
    return new IncidentFile(
        row.getString("incident"),
        row.getString("digest"),
        row.getString("kind"),
        row.getString("media_type"),
        row.getInt("bytes"),
        row.getString("added_by"),
        JdbcCall.time(row, "added_at"));
  }
}
