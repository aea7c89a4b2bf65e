package io.shedwatch.server.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** The machine's clock, which a test sets forward so that nobody has to wait for a minute. */
final class TestClock implements InstantSource {
  private final AtomicLong ahead = new AtomicLong();

  @Override
  public Instant instant() {
    return InstantSource.system().instant().plusMillis(ahead.get());
  }

  void forward(Duration by) {
    ahead.addAndGet(by.toMillis());
  }
}
