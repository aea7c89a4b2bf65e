package io.shedwatch.server.incident;

/** Who shows incidents: told after a commit, never blocks, never fails the teller. */
public interface IncidentScreen {
  void incident(IncidentView incident);
}
