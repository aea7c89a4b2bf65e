package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Alarm;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Outcome;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamp;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Topic;
import java.util.List;
import java.util.Optional;

/** Adds to a held message what is known at sending only. */
final class Wire {
  private final ShedAddress address;
  private final Codec codec;

  Wire(ShedAddress address, Codec codec) {
    this.address = address;
    this.codec = codec;
  }

  /**
   * The body to send; empty when the held one cannot be read, as after damage on the disk.
   *
   * @param backfill whether it is older than 30 s
   * @param dropped what it declares; only readings carry that
   */
  Optional<byte[]> body(Held message, boolean backfill, List<SeqRange> dropped) {
    if (!backfill && dropped.isEmpty()) {
      return Optional.of(message.body());
    }
    String topic = new Topic(address, message.channel()).name();
    if (!(codec.decode(topic, message.body()) instanceof Decoded.Good good)) {
      return Optional.empty();
    }
    if (good.message() instanceof Readings readings) {
      Stamp stamp = backfill ? readings.stamp().asBackfill() : readings.stamp();
      return Optional.of(
          codec.encode(new Readings(stamp, readings.readings(), dropped, readings.rejected())));
    }
    if (good.message() instanceof Alarm alarm) {
      return Optional.of(codec.encode(backfilled(alarm)));
    }
    if (good.message() instanceof Outcome outcome) {
      Stamp stamp = outcome.stamp().asBackfill();
      return Optional.of(
          codec.encode(new Outcome(stamp, outcome.command(), outcome.result(), outcome.reason())));
    }
    if (good.message() instanceof Status status) {
      return Optional.of(codec.encode(backfilled(status)));
    }
    return Optional.empty();
  }

  private static Alarm backfilled(Alarm alarm) {
    return new Alarm(
        alarm.stamp().asBackfill(),
        alarm.alarm(),
        alarm.socket(),
        alarm.kind(),
        alarm.phase(),
        alarm.measured(),
        alarm.limit(),
        alarm.action(),
        alarm.count());
  }

  private static Status backfilled(Status status) {
    return new Status(
        status.stamp().asBackfill(),
        status.state(),
        status.bootNumber(),
        status.previous(),
        status.agent(),
        status.sockets(),
        status.limits(),
        status.holds(),
        status.open());
  }
}
