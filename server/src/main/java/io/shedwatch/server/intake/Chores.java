package io.shedwatch.server.intake;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What is due every few seconds, on one thread; a chore that fails is logged and tried again. */
final class Chores implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread made = new Thread(work, "intake-chores");
            made.setDaemon(true);
            return made;
          });

  /** Work that may fail for a while. */
  interface Chore {
    void run() throws Exception;
  }

  @SuppressWarnings("FutureReturnValueIgnored") // run() tells of a failure itself.
  void every(long millis, String name, Chore chore) {
    thread.scheduleWithFixedDelay(() -> run(name, chore), millis, millis, TimeUnit.MILLISECONDS);
  }

  void once(String name, Chore chore) {
    thread.execute(() -> run(name, chore));
  }

  private static void run(String name, Chore chore) {
    try {
      chore.run();
    } catch (Exception e) {
      LOG.warn("chore failed, trying again later chore={}", name, e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
    try {
      if (!thread.awaitTermination(5, TimeUnit.SECONDS)) {
        LOG.warn("chores did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
