package io.shedwatch.edge.spool;

import io.shedwatch.contract.Stamped;
import io.shedwatch.edge.Memory;
import io.shedwatch.edge.Outbox;
import io.shedwatch.edge.SpoolContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

final class SqliteSpoolContractTest extends SpoolContract {
  @TempDir Path folder;
  private SpoolOnDisk disk;

  @BeforeEach
  void open() throws IOException {
    disk = new SpoolOnDisk(folder);
  }

  @AfterEach
  void close() {
    disk.close();
  }

  @Override
  protected Outbox outbox() {
    return disk.spool().outbox();
  }

  @Override
  protected Memory memory() {
    return disk.spool().memory();
  }

  @Override
  protected String boot() {
    return disk.spool().backlog().boot().value();
  }

  @Override
  protected void restart() {
    try {
      disk.killAndRestart();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  protected List<Stamped> held() {
    return disk.messages();
  }

  @Override
  protected void flush() {
    disk.spool().flush();
  }
}
