package io.shedwatch.server.intake;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Rejected;
import java.util.EnumMap;
import java.util.Map;

/** What is counted about lanes. Readings are counted, not logged. Thread-safe. */
final class LaneMeters {
  private final Map<Channel, Counter> messages = new EnumMap<>(Channel.class);
  private final Map<Rejected.Reason, Counter> rejected = new EnumMap<>(Rejected.Reason.class);
  private final Counter repeated;
  private final Counter tooFarAhead;
  private final Counter readings;
  private final Counter ledgerAway;
  private final Timer urgentCommit;
  private final Timer readingsCommit;
  private final MeterRegistry registry;

  LaneMeters(MeterRegistry registry) {
    this.registry = registry;
    for (Channel channel : Channel.values()) {
      messages.put(channel, registry.counter("shedwatch.messages", "channel", channel.word()));
    }
    for (Rejected.Reason reason : Rejected.Reason.values()) {
      rejected.put(
          reason, registry.counter("shedwatch.messages.rejected", "reason", reason.word()));
    }
    repeated = registry.counter("shedwatch.messages.repeated");
    tooFarAhead = registry.counter("shedwatch.messages.too.far.ahead");
    readings = registry.counter("shedwatch.readings");
    ledgerAway = registry.counter("shedwatch.ledger.away");
    urgentCommit = registry.timer("shedwatch.commit", "what", "urgent");
    readingsCommit = registry.timer("shedwatch.commit", "what", "readings");
  }

  MeterRegistry registry() {
    return registry;
  }

  void message(Channel channel) {
    count(messages.get(channel), 1);
  }

  void rejected(Rejected.Reason reason) {
    count(rejected.get(reason), 1);
  }

  void repeated() {
    repeated.increment();
  }

  void tooFarAhead() {
    tooFarAhead.increment();
  }

  void readings(int count) {
    readings.increment(count);
  }

  void ledgerAway() {
    ledgerAway.increment();
  }

  Timer commit(boolean urgent) {
    return urgent ? urgentCommit : readingsCommit;
  }

  private static void count(@org.jspecify.annotations.Nullable Counter counter, int by) {
    if (counter != null) {
      counter.increment(by);
    }
  }
}
