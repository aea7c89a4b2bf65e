package io.shedwatch.server.export;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.incident.IncidentFile;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.incident.JdbcIncidentFiles;
import io.shedwatch.server.incident.JdbcIncidentPages;
import io.shedwatch.server.incident.JdbcIncidents;
import io.shedwatch.server.incident.StoredEvent;
import io.shedwatch.server.sql.JdbcTransaction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads all that is known of one incident. */
final class JdbcDossiers {
  /** More events are not printed; the export of the log has them all. */
  private static final int MOST_EVENTS = 2_000;

  private final DataSource database;
  private final SiteId site;
  private final JdbcIncidentFiles files;
  private final JdbcExportRows rows;

  JdbcDossiers(DataSource database, SiteId site) {
    this.database = database;
    this.site = site;
    this.files = new JdbcIncidentFiles(database, site);
    this.rows = new JdbcExportRows(database, site);
  }

  Optional<Dossier> read(String incident) throws SQLException, IOException {
    List<StoredEvent> events = new ArrayList<>();
    Optional<ExportRow> row =
        JdbcTransaction.run(
            database,
            connection -> {
              Optional<IncidentView> found = JdbcIncidents.find(connection, incident);
              if (found.isEmpty()) {
                return Optional.empty();
              }
              events.addAll(JdbcIncidentPages.events(connection, site, incident, 0, MOST_EVENTS));
              return Optional.of(rows.rows(connection, List.of(found.get())).get(0));
            });
    if (row.isEmpty()) {
      return Optional.empty();
    }
    Optional<PackCurve> curve = Optional.empty();
    List<byte[]> photos = new ArrayList<>();
    for (IncidentFile file : files.of(incident)) {
      Optional<byte[]> body = files.body(incident, file.digest());
      if (body.isPresent() && file.kind().equals(IncidentFile.PHOTO)) {
        photos.add(body.get());
      } else if (body.isPresent()) {
        curve = Optional.of(PackCurve.read(body.get()));
      }
    }
    return Optional.of(new Dossier(row.get(), events, curve, photos));
  }
}
