package io.shedwatch.edge;

import io.shedwatch.contract.Stamped;
import java.util.List;

final class InMemorySpoolTest extends SpoolContract {
  private final InMemorySpool spool = new InMemorySpool("boot1");
  private int boots = 1;

  @Override
  protected Outbox outbox() {
    return spool;
  }

  @Override
  protected Memory memory() {
    return spool;
  }

  @Override
  protected String boot() {
    return "boot" + boots;
  }

  @Override
  protected void restart() {
    boots++;
    spool.reboot(boot());
  }

  @Override
  protected List<Stamped> held() {
    return spool.sent();
  }

  @Override
  protected void flush() {
    // The twin groups nothing.
  }
}
