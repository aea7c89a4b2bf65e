package io.shedwatch.server.intake;

import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.live.LiveFeed;
import io.shedwatch.server.live.ShedLive;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what screens would have been told. */
final class RecordingFeed implements LiveFeed {
  final Map<String, ShedLive> sheds = new ConcurrentHashMap<>();
  final List<AlertView> alerts = new CopyOnWriteArrayList<>();
  final List<IncidentView> incidents = new CopyOnWriteArrayList<>();

  @Override
  public void shed(ShedLive shed) {
    sheds.put(shed.shed().value(), shed);
  }

  @Override
  public void alert(AlertView alert) {
    alerts.add(alert);
  }

  @Override
  public void incident(IncidentView incident) {
    incidents.add(incident);
  }
}
