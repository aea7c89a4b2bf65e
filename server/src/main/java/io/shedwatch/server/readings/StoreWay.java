package io.shedwatch.server.readings;

import io.shedwatch.server.readings.ReadingStore.Written;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The last step into the store, shared by the writer and the drain: write, count, roll up. */
final class StoreWay {
  private static final Logger LOG = LoggerFactory.getLogger(StoreWay.class);

  private final ReadingStore store;
  private final RollUps rollUps;
  private final AtomicLong stored = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile boolean away;
  private volatile String trouble = "";

  StoreWay(ReadingStore store, RollUps rollUps) {
    this.store = store;
    this.rollUps = rollUps;
  }

  /** Stores one batch; false when the store is away, and the same batch is to be tried again. */
  boolean store(List<ShedReadings> batch) {
    try {
      Written written = store.write(batch);
      rollUps.stored(batch);
      count(written);
      back();
      return true;
    } catch (IOException | RuntimeException e) {
      // A broken invariant must not lose readings either: it stays visible until it is mended.
      away(e);
      return false;
    }
  }

  private void count(Written written) {
    stored.addAndGet(written.stored());
    if (written.refused() > 0 && refused.getAndAdd(written.refused()) == 0) {
      LOG.warn("store.refuses readings={} further=counted", written.refused());
    }
  }

  private void away(Exception e) {
    trouble = String.valueOf(e.getMessage());
    if (!away) {
      away = true;
      LOG.warn("store.away error={}", e.toString());
    }
  }

  private void back() {
    if (away) {
      away = false;
      trouble = "";
      LOG.info("store.back");
    }
  }

  long stored() {
    return stored.get();
  }

  long refused() {
    return refused.get();
  }

  String trouble() {
    return trouble;
  }
}
