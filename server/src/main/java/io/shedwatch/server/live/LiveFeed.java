package io.shedwatch.server.live;

import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.incident.IncidentView;

/** Who is told after a commit: never blocks, never fails the teller. */
public interface LiveFeed {
  void shed(ShedLive shed);

  void alert(AlertView alert);

  void incident(IncidentView incident);
}
