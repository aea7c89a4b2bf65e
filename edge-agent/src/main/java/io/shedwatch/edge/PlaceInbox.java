package io.shedwatch.edge;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;

/** The loop's inbox behind the place's time: a command expires by the clock of the place. */
final class PlaceInbox implements Inbox {
  private final Inbox loop;
  private final PlaceTime time;

  PlaceInbox(Inbox loop, PlaceTime time) {
    this.loop = loop;
    this.time = time;
  }

  @Override
  public boolean command(Command command) {
    return loop.command(
        new Command(
            command.command(),
            time.toLoop(command.at()),
            time.toLoop(command.expiresAt()),
            command.socket(),
            command.action(),
            command.by()));
  }

  @Override
  public void limits(Limits limits) {
    loop.limits(limits);
  }

  @Override
  public int limitsVersion() {
    return loop.limitsVersion();
  }

  @Override
  public void onStatusChange(Runnable listener) {
    loop.onStatusChange(listener);
  }
}
