package io.shedwatch.server.intake;

import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.incident.IncidentView;
import io.shedwatch.server.live.LiveFeed;
import io.shedwatch.server.live.ShedLive;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what screens would have been told. */
final class RecordingFeed implements LiveFeed {
  final Map<String, ShedLive> sheds = new ConcurrentHashMap<>();
  final List<AlertView> alerts = new CopyOnWriteArrayList<>();
  final List<IncidentView> incidents = new CopyOnWriteArrayList<>();

  /** The shed as it was told last. */
  ShedLive shed(String name) {
    return Objects.requireNonNull(sheds.get(name), "nobody told of shed " + name);
  }

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
