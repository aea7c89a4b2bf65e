package io.shedwatch.server;

import io.shedwatch.server.http.HealthPart;
import io.shedwatch.server.readings.ReadingRoom;
import io.shedwatch.server.readings.ReadingsState.Way;

/** /health's view of the readings: up while they are kept, in the store or in the spool. */
final class ReadingsHealth implements HealthPart {
  private final ReadingRoom readings;

  ReadingsHealth(ReadingRoom readings) {
    this.readings = readings;
  }

  @Override
  public String name() {
    return "readings";
  }

  @Override
  public State state() {
    Way way = readings.state().way();
    if (way == Way.BLOCKED) {
      return State.down("the store is away and the spool is full or fails");
    }
    return way == Way.DIRECT ? State.UP : new State(true, "readings wait in the spool");
  }
}
