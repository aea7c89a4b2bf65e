package io.shedwatch.server.export;

import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.site.Site;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One incident as a line of a table.
 *
 * @param solution what was written when it was resolved; empty where nothing was, or it was erased
 */
record ExportRow(
    IncidentView incident,
    Optional<Instant> acknowledgedAt,
    Optional<String> acknowledgedBy,
    Optional<Instant> resolvedAt,
    Optional<Instant> closedAt,
    Optional<String> solution) {
  /** Which columns hold times. */
  static final List<Integer> TIMES = List.of(1, 11, 12, 14, 15);

  /** A cell of the table: a text, or a time. */
  record Cell(String text, Optional<Instant> time) {}

  /** The cells in the order of {@link ExportWords#columns}. */
  List<Cell> cells(ExportWords words, Site site) {
    List<Cell> cells = new ArrayList<>();
    cells.add(text(incident.incident()));
    cells.add(time(Optional.of(incident.openedAt())));
    cells.add(text(words.word(incident.severity())));
    cells.add(text(words.word(incident.kind())));
    cells.add(text(shed(words, site)));
    cells.add(text(incident.socket().isPresent() ? "" + incident.socket().getAsInt() : ""));
    cells.add(text(building(words, site)));
    cells.add(text(words.word(incident.state())));
    cells.add(text(incident.assignedTo().orElse("")));
    cells.add(text(incident.party().map(words::word).orElse("")));
    cells.add(text(incident.way().map(words::word).orElse("")));
    cells.add(time(incident.dueAt()));
    cells.add(time(acknowledgedAt));
    cells.add(text(acknowledgedBy.map(words::word).orElse("")));
    cells.add(time(resolvedAt));
    cells.add(time(closedAt));
    cells.add(text(solution.orElse("")));
    return cells;
  }

  private String shed(ExportWords words, Site site) {
    String id = incident.shed().orElse("");
    return site.sheds().stream()
        .filter(shed -> shed.shed().value().equals(id))
        .map(shed -> words.of(shed.name().zh(), shed.name().en()))
        .findFirst()
        .orElse(id);
  }

  private String building(ExportWords words, Site site) {
    String id = incident.building().orElse("");
    return site.buildings().stream()
        .filter(building -> building.building().equals(id))
        .map(building -> words.of(building.name().zh(), building.name().en()))
        .findFirst()
        .orElse(id);
  }

  /** Where it happened, as people say it. */
  String place(ExportWords words, Site site) {
    String shed = shed(words, site);
    if (!shed.isEmpty() && incident.socket().isPresent()) {
      int socket = incident.socket().getAsInt();
      return words.of(shed + " " + socket + " 号插座", shed + ", socket " + socket);
    }
    String building = shed.isEmpty() ? building(words, site) : shed;
    return building.isEmpty() ? words.of("整个小区", "Whole site") : building;
  }

  private static Cell text(String text) {
    return new Cell(text, Optional.empty());
  }

  private static Cell time(Optional<Instant> at) {
    return new Cell("", at);
  }
}
