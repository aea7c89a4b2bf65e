package io.shedwatch.server.live;

import io.shedwatch.server.alert.AlertScreen;
import io.shedwatch.server.command.CommandScreen;
import io.shedwatch.server.command.CommandView;
import io.shedwatch.server.incident.IncidentScreen;

/** Who is told after a commit: never blocks, never fails the teller. */
public interface LiveFeed extends AlertScreen, IncidentScreen, CommandScreen {
  void shed(ShedLive shed);

  /** Told by default to nobody: a fake that does not look at orders need not say so. */
  @Override
  default void command(CommandView command) {}
}
