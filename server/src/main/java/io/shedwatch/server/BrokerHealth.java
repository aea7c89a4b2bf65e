package io.shedwatch.server;

import io.shedwatch.server.http.HealthPart;
import io.shedwatch.server.intake.Intake;

/** /health's view of the broker: up while the server hears it. */
final class BrokerHealth implements HealthPart {
  private final Intake intake;

  BrokerHealth(Intake intake) {
    this.intake = intake;
  }

  @Override
  public String name() {
    return "broker";
  }

  @Override
  public State state() {
    return intake.connected() ? State.UP : State.down("no connection to the MQTT broker");
  }
}
