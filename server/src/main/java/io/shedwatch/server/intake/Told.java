package io.shedwatch.server.intake;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.incident.IncidentView;
import java.util.List;

/** What a commit changed that others are told of afterwards, in the order of the changes. */
record Told(List<AlertView> alerts, List<IncidentView> incidents, List<Order> orders) {
  /** An order of the server itself. */
  record Order(ShedAddress shed, Command command) {}

  static final Told NOTHING = new Told(List.of(), List.of(), List.of());
}
