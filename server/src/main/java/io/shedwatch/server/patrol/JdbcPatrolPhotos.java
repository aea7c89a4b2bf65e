package io.shedwatch.server.patrol;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.EventHash;
import io.shedwatch.server.photo.Photo;
import io.shedwatch.server.sql.JdbcCall;
import io.shedwatch.server.sql.JdbcTransaction;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** The table of photos that patrols took. */
final class JdbcPatrolPhotos {
  /** More photos of one building of a patrol are refused. */
  static final int MOST_PHOTOS = 5;

  private static final String OF_THIS_SITE =
      " and patrol in (select patrol from patrol where site = ?)";

  private final DataSource database;
  private final SiteId site;

  JdbcPatrolPhotos(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
  }

  /** What became of an upload. */
  enum Added {
    DONE,
    /** The same photo is there: twice is the same as once. */
    ALREADY,
    NO_SUCH_STOP,
    TOO_MANY
  }

  Added add(String patrol, String building, Photo photo, String who, Instant now)
      throws SQLException {
    byte[] jpeg = photo.jpeg();
    String digest = EventHash.ofFile(jpeg);
    return JdbcTransaction.run(
        database,
        connection -> {
          if (!isStop(connection, patrol, building)) {
            return Added.NO_SUCH_STOP;
          }
          List<String> there = of(connection, patrol).getOrDefault(building, List.of());
          if (there.contains(digest)) {
            return Added.ALREADY;
          }
          if (there.size() >= MOST_PHOTOS) {
            return Added.TOO_MANY;
          }
          JdbcCall.update(
              connection,
              "insert into patrol_photo (patrol, building, photo, body, added_by, added_at)"
                  + " values (?, ?, ?, ?, ?, ?) on conflict do nothing",
              patrol,
              building,
              digest,
              jpeg,
              who,
              now);
          return Added.DONE;
        });
  }

  /** Locks the stop, so that photos that come at once are counted one after the other. */
  private boolean isStop(Connection connection, String patrol, String building)
      throws SQLException {
    return JdbcCall.first(
            connection,
            "select place from patrol_stop where patrol = ? and building = ?"
                + OF_THIS_SITE
                + " for update",
            row -> row.getInt(1),
            patrol,
            building,
            site.value())
        .isPresent();
  }

  /** Digests of a patrol's photos by building, the oldest first. */
  static Map<String, List<String>> of(Connection connection, String patrol) throws SQLException {
    Map<String, List<String>> photos = new HashMap<>();
    JdbcCall.list(
        connection,
        "select building, photo from patrol_photo where patrol = ? order by added_at, photo",
        row ->
            photos
                .computeIfAbsent(row.getString("building"), ignored -> new ArrayList<>())
                .add(row.getString("photo")),
        patrol);
    return photos;
  }

  /** The bytes, JPEG; empty when there is none, or it was erased. */
  Optional<byte[]> body(String patrol, String photo) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.first(
                connection,
                "select body from patrol_photo where patrol = ? and photo = ?" + OF_THIS_SITE,
                row -> row.getBytes(1),
                patrol,
                photo,
                site.value()));
  }

  /** Erases a photo for good; whether there was one. */
  boolean erase(String patrol, String photo) throws SQLException {
    return JdbcTransaction.run(
        database,
        connection ->
            JdbcCall.update(
                    connection,
                    "delete from patrol_photo where patrol = ? and photo = ?" + OF_THIS_SITE,
                    patrol,
                    photo,
                    site.value())
                > 0);
  }
}
