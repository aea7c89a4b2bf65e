package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stored;
import io.shedwatch.edge.uplink.Backlog.Lane;
import io.shedwatch.edge.uplink.Dialer.Line;
import io.shedwatch.edge.uplink.Dialer.Parcel;
import io.shedwatch.edge.uplink.SendWindow.Choice;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries out what the window chooses: fetches from the backlog and publishes on the line. */
final class Sender {
  /** More in flight gains nothing on a shed's line, and brokers allow as few as 20. */
  static final int MAX_IN_FLIGHT = 16;

  private static final int FETCH = 32;
  private static final Logger LOG = LoggerFactory.getLogger(Sender.class);

  private final ShedAddress address;
  private final Backlog backlog;
  private final Wire wire;
  private final long backfillAfterMillis;
  private final SendWindow window = new SendWindow();
  private final Deque<Held> urgent = new ArrayDeque<>();
  private final Deque<Held> readings = new ArrayDeque<>();
  private long urgentCursor;
  private long readingsCursor;
  private Optional<Line> line = Optional.empty();
  private Optional<Stored> highestReceipt = Optional.empty();

  /**
   * @param backfillAfterMillis what is older when it is sent is backfill
   */
  Sender(ShedAddress address, Backlog backlog, Codec codec, long backfillAfterMillis) {
    this.address = address;
    this.backlog = backlog;
    this.wire = new Wire(address, codec);
    this.backfillAfterMillis = backfillAfterMillis;
  }

  /** A line is there that takes so many messages without acknowledgement. */
  void open(Line newLine, int receiveMaximum) {
    line = Optional.of(newLine);
    window.open(Math.min(MAX_IN_FLIGHT, receiveMaximum));
  }

  /** The line is gone. */
  void close() {
    line = Optional.empty();
    window.close();
    urgent.clear();
    readings.clear();
  }

  /** The spool has something new. */
  void more() {
    window.more();
  }

  int unconfirmed() {
    return window.unconfirmed();
  }

  long dueMillis() {
    return window.dueMillis();
  }

  boolean isStalled(Now now) {
    return window.isStalled(now.monotonic());
  }

  /** Publishes a birth or a death, retained; false when the line does not take it. */
  boolean publishRetained(Held status, Now now) {
    return publish(status, status.body(), true, now);
  }

  void acknowledged(Dialer.Acknowledged answer, Now now) {
    if (!answer.accepted()) {
      LOG.warn("shed={} publish=refused id={} why={}", address, answer.id(), answer.reason());
    }
    window
        .acknowledged(answer.id(), answer.accepted(), now.monotonic())
        .forEach(id -> backlog.setAside(id, "the broker takes later ones, never this"));
  }

  /**
   * Takes a receipt.
   *
   * @return true when a newer receipt covers less than an older one: the server was restored, and
   *     does not know what the spool no longer holds
   */
  boolean stored(Stored receipt, Now now) {
    Backlog.Receipt result = backlog.stored(receipt.boot(), receipt.seq());
    if (result == Backlog.Receipt.NOT_OURS) {
      LOG.warn("shed={} receipt=beyond boot={} seq={}", address, receipt.boot(), receipt.seq());
      return false;
    }
    if (result == Backlog.Receipt.MOVED) {
      window
          .stored(receipt.boot(), receipt.seq(), now.monotonic())
          .ifPresent(id -> backlog.setAside(id, "later ones are stored, never this"));
    }
    Optional<Stored> before = highestReceipt;
    boolean fellBack =
        before.isPresent()
            && before.get().boot().equals(receipt.boot())
            && receipt.seq() < before.get().seq()
            && receipt.at() > before.get().at();
    boolean ofThisBoot = receipt.boot().equals(backlog.boot());
    if (ofThisBoot && (before.isEmpty() || fellBack || isHigher(receipt, before.get()))) {
      highestReceipt = Optional.of(receipt);
    }
    return fellBack;
  }

  private static boolean isHigher(Stored receipt, Stored before) {
    return !receipt.boot().equals(before.boot()) || receipt.seq() >= before.seq();
  }

  /** How long unconfirmed messages have waited without any receipt, milliseconds. */
  long silentMillis(Now now) {
    return window.silentMillis(now.monotonic());
  }

  /** Sends all that may go now. */
  void pump(Now now) {
    boolean going = true;
    while (going) {
      Choice choice = window.next(now.monotonic());
      going =
          switch (choice.next()) {
            case AGAIN -> again(choice.id(), now);
            case NEW_URGENT -> fresh(Lane.URGENT, now);
            case NEW_READINGS -> fresh(Lane.READINGS, now);
            case NOTHING -> false;
          };
    }
  }

  private boolean again(long id, Now now) {
    Optional<Held> message = backlog.held(id);
    if (message.isEmpty()) {
      window.gone(id);
      return true;
    }
    return send(message.get(), now);
  }

  private boolean fresh(Lane lane, Now now) {
    Deque<Held> waiting = lane == Lane.URGENT ? urgent : readings;
    if (waiting.isEmpty()) {
      long cursor = lane == Lane.URGENT ? urgentCursor : readingsCursor;
      waiting.addAll(backlog.after(cursor, lane, FETCH));
    }
    Held message = waiting.peek();
    if (message == null) {
      window.noMore(lane);
      return true;
    }
    if (!window.isUnconfirmed(message.id()) && !send(message, now)) {
      return false;
    }
    waiting.remove();
    if (lane == Lane.URGENT) {
      urgentCursor = message.id();
    } else {
      readingsCursor = message.id();
    }
    return true;
  }

  private boolean send(Held message, Now now) {
    boolean backfill = now.place() - message.at() > backfillAfterMillis;
    Optional<byte[]> body =
        wire.body(
            message, backfill, message.isReadings() ? backlog.declaredBy(message.id()) : List.of());
    if (body.isEmpty()) {
      window.gone(message.id());
      backlog.setAside(message.id(), "not readable");
      return true;
    }
    return publish(message, body.get(), false, now);
  }

  private boolean publish(Held message, byte[] body, boolean retained, Now now) {
    Parcel parcel = new Parcel(message.id(), message.channel(), body, retained);
    if (line.isEmpty() || !line.get().publish(parcel)) {
      return false;
    }
    window.published(message, now.monotonic());
    return true;
  }
}
