package io.shedwatch.server.intake;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Message;
import io.shedwatch.contract.Readings;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Will;
import io.shedwatch.server.intake.step.Consequence.Refusal;
import io.shedwatch.server.intake.step.ShedEvent;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads what arrived and finds out whose it is. Whatever it is, it comes out as something to
 * settle: a stranger's message as a note for staff. One lane's; not thread-safe.
 */
final class Reception {
  /** A stranger's messages beyond this many between two ticks are counted only. */
  private static final int MOST_STRANGERS = 20;

  /** Bodies kept for staff are cut here: enough to see what is wrong. */
  private static final int MOST_BODY_BYTES = 2_000;

  private final Codec codec = new Codec();
  private final Predicate<ShedAddress> ours;
  private final LaneMeters meters;
  private int strangers;

  /**
   * @param ours whether a shed belongs to this lane
   */
  Reception(Predicate<ShedAddress> ours, LaneMeters meters) {
    this.ours = ours;
    this.meters = meters;
  }

  /** A new second: strangers are kept again. */
  void tick() {
    strangers = 0;
  }

  void sort(Arrived arrived, Sorted into) {
    Decoded decoded = codec.decode(arrived.topic(), arrived.body());
    if (decoded instanceof Rejected rejected) {
      rejected(arrived, rejected, into);
      return;
    }
    Decoded.Good good = (Decoded.Good) decoded;
    Message message = good.message();
    if (!ours.test(good.from())) {
      stranger(arrived, Rejected.Reason.UNKNOWN_SHED, "the site file has no such shed", into);
    } else if (message instanceof Readings readings) {
      meters.message(readings.channel());
      into.readings.add(heard(good.from(), readings, arrived));
    } else if (message instanceof Stamped stamped) {
      meters.message(stamped.channel());
      into.urgent.add(heard(good.from(), stamped, arrived));
    } else if (message instanceof Will will) {
      meters.message(will.channel());
      ShedEvent event = new ShedEvent.WillHeard(will, arrived.receivedAt());
      into.urgent.add(new Unsettled(good.from(), event, arrived.ack()));
    } else {
      // The server's own channels are not subscribed to: somebody plays server.
      stranger(arrived, Rejected.Reason.WRONG_TOPIC, "a channel of the server", into);
    }
  }

  private static Unsettled heard(ShedAddress shed, Stamped message, Arrived arrived) {
    return new Unsettled(shed, new ShedEvent.Heard(message, arrived.receivedAt()), arrived.ack());
  }

  private void rejected(Arrived arrived, Rejected rejected, Sorted into) {
    Optional<ShedAddress> shed = Topic.parse(arrived.topic()).map(Topic::address).filter(ours);
    if (shed.isEmpty()) {
      stranger(arrived, rejected.reason(), rejected.detail(), into);
      return;
    }
    meters.rejected(rejected.reason());
    ShedEvent event =
        new ShedEvent.Refused(
            rejected, arrived.topic(), text(arrived.body()), arrived.receivedAt());
    into.urgent.add(new Unsettled(shed.get(), event, arrived.ack()));
  }

  private void stranger(Arrived arrived, Rejected.Reason reason, String detail, Sorted into) {
    meters.rejected(reason);
    into.strangersAcks.add(arrived.ack());
    if (strangers++ < MOST_STRANGERS) {
      into.strangers.add(
          new Refusal(
              arrived.topic(), reason.word(), detail, text(arrived.body()), arrived.receivedAt()));
    }
  }

  private static String text(byte[] body) {
    int length = Math.min(body.length, MOST_BODY_BYTES);
    return new String(body, 0, length, StandardCharsets.UTF_8);
  }
}
