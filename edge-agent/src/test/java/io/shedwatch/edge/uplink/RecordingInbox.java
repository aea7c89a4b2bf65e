package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Command;
import io.shedwatch.contract.Limits;
import io.shedwatch.edge.Inbox;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Twin of the loop's inbox: limits are in force at once. */
final class RecordingInbox implements Inbox {
  final List<Command> commands = new CopyOnWriteArrayList<>();
  private volatile int version;
  private volatile Runnable listener = () -> {};

  @Override
  public boolean command(Command command) {
    return commands.add(command);
  }

  @Override
  public void limits(Limits limits) {
    if (limits.version() >= version) {
      version = limits.version();
      listener.run();
    }
  }

  @Override
  public int limitsVersion() {
    return version;
  }

  @Override
  public void onStatusChange(Runnable newListener) {
    listener = newListener;
  }
}
