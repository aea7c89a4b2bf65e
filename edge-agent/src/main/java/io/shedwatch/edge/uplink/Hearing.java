package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Command;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.FromEdge;
import io.shedwatch.contract.Limits;
import io.shedwatch.contract.Message;
import io.shedwatch.contract.Rejected;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Stored;
import io.shedwatch.edge.Inbox;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one shed hears: commands and limits go to the loop, receipts and strangers to the uplink.
 */
final class Hearing {
  private static final Logger LOG = LoggerFactory.getLogger(Hearing.class);

  /** What an arrival means for the uplink. */
  sealed interface Heard permits Receipt, Stranger, Nothing {}

  record Receipt(Stored stored) implements Heard {}

  /** Somebody else's status stands on the shed's topic now. */
  record Stranger(String said) implements Heard {}

  /** Done with. */
  record Nothing() implements Heard {}

  private final ShedAddress address;
  private final Codec codec;
  private final Inbox inbox;

  Hearing(ShedAddress address, Codec codec, Inbox inbox) {
    this.address = address;
    this.codec = codec;
    this.inbox = inbox;
  }

  Heard hear(Dialer.Arrived arrived, Held birth) {
    Decoded decoded = codec.decode(arrived.topic(), arrived.body());
    if (decoded instanceof Rejected rejected) {
      LOG.warn(
          "shed={} rejected={} topic={} detail=\"{}\"",
          address,
          rejected.reason().word(),
          arrived.topic(),
          rejected.detail());
      return new Nothing();
    }
    Decoded.Good good = (Decoded.Good) decoded;
    if (!good.from().equals(address)) {
      return new Nothing(); // Not subscribed to; a broker's mistake.
    }
    return hear(good.message(), arrived.retained(), birth);
  }

  private Heard hear(Message message, boolean retained, Held birth) {
    if (message instanceof Stored stored) {
      // The kept copy may be older than a server that was restored since: never delete by it.
      return retained ? new Nothing() : new Receipt(stored);
    }
    if (message instanceof Command command) {
      if (!inbox.command(command)) {
        LOG.warn("shed={} command={} queue=full", address, command.command());
      }
      return new Nothing();
    }
    if (message instanceof Limits limits) {
      inbox.limits(limits);
      return new Nothing();
    }
    // The kept copy is from before this connection's birth, which takes its place.
    if (message instanceof FromEdge status && !retained && !isOwn(status, birth)) {
      return new Stranger(status.toString());
    }
    return new Nothing();
  }

  private static boolean isOwn(FromEdge status, Held birth) {
    return status instanceof Status said
        && said.boot().equals(birth.boot())
        && said.seq() >= birth.seq();
  }
}
