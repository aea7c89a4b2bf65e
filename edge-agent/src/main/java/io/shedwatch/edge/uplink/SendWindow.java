package io.shedwatch.edge.uplink;

import io.shedwatch.contract.BootId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What was sent and is not confirmed by a receipt, and what is to be sent next. Touches nothing and
 * knows no clock: times are monotonic milliseconds in arguments. Used by one thread.
 *
 * <p>Order: alarms, outcomes and births before readings, each oldest first; what is to be sent
 * again before what is new.
 */
final class SendWindow {
  /** Unconfirmed readings; alarms may exceed it, since a receipt needs them all. */
  static final int MAX_UNCONFIRMED = 200;

  /** Unconfirmed alarms, outcomes and births; further ones wait for a receipt. */
  static final int MAX_UNCONFIRMED_URGENT = 1_000;

  static final long RESEND_MILLIS = 30_000;
  static final long MAX_RESEND_MILLIS = 600_000;

  /** A broker that answers pings and acknowledges nothing for so long is hung up on. */
  static final long STALLED_MILLIS = 60_000;

  /**
   * A message that was sent so often in vain is set aside. A send was in vain when something that
   * was sent after it was confirmed, and it was not: without that the server or the network is
   * away, and nobody is to blame.
   */
  static final int MAX_SENDS_IN_VAIN = 5;

  /** What to do next. */
  enum Next {
    /** Send the message of this id again. */
    AGAIN,
    /** Send the oldest new message of the urgent lane. */
    NEW_URGENT,
    NEW_READINGS,
    NOTHING
  }

  /**
   * @param id of the message to send again; 0 otherwise
   */
  record Choice(Next next, long id) {}

  /** One message that is sent and not confirmed. */
  private static final class Sent {
    private final Held message;
    private int sendsSinceReceipt;
    private long sentMillis;
    private boolean acknowledged;
    private int notAcknowledgedInVain;
    private int notStoredInVain;
    private boolean othersAcknowledged;
    private boolean othersStored;

    Sent(Held message) {
      this.message = message;
    }

    void sentAgain(long now) {
      notAcknowledgedInVain += othersAcknowledged ? 1 : 0;
      notStoredInVain += othersStored ? 1 : 0;
      othersAcknowledged = false;
      othersStored = false;
      sendsSinceReceipt++;
      sentMillis = now;
    }

    boolean brokerNeverTakesIt() {
      return !acknowledged
          && notAcknowledgedInVain + (othersAcknowledged ? 1 : 0) >= MAX_SENDS_IN_VAIN;
    }

    boolean serverNeverStoresIt() {
      return notStoredInVain + (othersStored ? 1 : 0) >= MAX_SENDS_IN_VAIN;
    }

    void startAnew() {
      notStoredInVain = 0;
      othersStored = false;
    }

    boolean isDue(long now) {
      return now >= dueMillis();
    }

    long dueMillis() {
      int doublings = Math.min(Math.max(0, sendsSinceReceipt - 1), 10);
      return sentMillis + Math.min(MAX_RESEND_MILLIS, RESEND_MILLIS << doublings);
    }
  }

  private final TreeMap<Long, Sent> sent = new TreeMap<>();
  private int readings;
  private long newestReadings;
  private boolean moreUrgent = true;
  private boolean moreReadings = true;
  private int inFlight;
  private int mostInFlight;
  private long progressMillis;
  private long confirmedMillis;

  /** A connection is there that takes so many messages without acknowledgement. */
  void open(int most) {
    inFlight = 0;
    mostInFlight = most;
  }

  /** The connection is gone; what was in flight stays unconfirmed and waits for its time. */
  void close() {
    inFlight = 0;
    mostInFlight = 0;
  }

  /** The spool has something new. */
  void more() {
    moreUrgent = true;
    moreReadings = true;
  }

  /** The spool has nothing new in that lane at present. */
  void noMore(Backlog.Lane lane) {
    if (lane == Backlog.Lane.URGENT) {
      moreUrgent = false;
    } else {
      moreReadings = false;
    }
  }

  Choice next(long now) {
    if (inFlight >= mostInFlight) {
      return new Choice(Next.NOTHING, 0);
    }
    Optional<Sent> urgentDue = firstDue(now, false);
    if (urgentDue.isPresent()) {
      return new Choice(Next.AGAIN, urgentDue.get().message.id());
    }
    if (moreUrgent && sent.size() - readings < MAX_UNCONFIRMED_URGENT) {
      return new Choice(Next.NEW_URGENT, 0);
    }
    Optional<Sent> readingsDue = firstDue(now, true);
    if (readingsDue.isPresent()) {
      return new Choice(Next.AGAIN, readingsDue.get().message.id());
    }
    if (moreReadings && readings < MAX_UNCONFIRMED) {
      return new Choice(Next.NEW_READINGS, 0);
    }
    return new Choice(Next.NOTHING, 0);
  }

  private Optional<Sent> firstDue(long now, boolean ofReadings) {
    for (Sent one : sent.values()) {
      if (one.message.isReadings() == ofReadings && one.isDue(now)) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** When something unconfirmed is due next, monotonic milliseconds; far away when nothing is. */
  long dueMillis() {
    return sent.values().stream().mapToLong(Sent::dueMillis).min().orElse(Long.MAX_VALUE);
  }

  /** The message went to the connection, for the first time or again. */
  void published(Held message, long now) {
    Sent one = sent.get(message.id());
    if (sent.isEmpty()) {
      confirmedMillis = now;
    }
    if (one == null) {
      one = new Sent(message);
      sent.put(message.id(), one);
      if (message.isReadings()) {
        readings++;
        newestReadings = Math.max(newestReadings, message.id());
      }
    }
    one.sentAgain(now);
    if (inFlight == 0) {
      progressMillis = now;
    }
    inFlight++;
  }

  /** Whether the broker has left publishes unanswered for too long. */
  boolean isStalled(long now) {
    return inFlight > 0 && now - progressMillis >= STALLED_MILLIS;
  }

  /** How long unconfirmed messages have waited without any receipt, milliseconds. */
  long silentMillis(long now) {
    return sent.isEmpty() ? 0 : now - confirmedMillis;
  }

  boolean isUnconfirmed(long id) {
    return sent.containsKey(id);
  }

  int unconfirmed() {
    return sent.size();
  }

  /**
   * The broker answered a publish. That proves nothing about storage, but a broker that takes later
   * messages and never this one will never take it.
   *
   * @return ids of messages to set aside
   */
  List<Long> acknowledged(long id, boolean accepted, long now) {
    inFlight = Math.max(0, inFlight - 1);
    progressMillis = now;
    Sent one = sent.get(id);
    if (one == null || !accepted) {
      return List.of();
    }
    one.acknowledged = true;
    List<Long> poison = new ArrayList<>();
    for (Sent other : sent.values()) {
      other.othersAcknowledged |= other.sentMillis < one.sentMillis;
      if (other.brokerNeverTakesIt()) {
        poison.add(other.message.id());
      }
    }
    poison.forEach(this::gone);
    return poison;
  }

  /**
   * Everything of that boot up to {@code seq} is stored. What is left starts anew with the shortest
   * wait.
   *
   * @return the id of a message to set aside: the first one of an earlier boot that was sent too
   *     often in vain. Within a boot the receipt cannot tell one message from those behind it
   */
  Optional<Long> stored(BootId boot, long seq, long now) {
    confirmedMillis = now;
    List<Sent> stored =
        sent.values().stream()
            .filter(one -> one.message.boot().equals(boot) && one.message.seq() <= seq)
            .toList();
    stored.forEach(one -> gone(one.message.id()));
    for (Sent left : sent.values()) {
      left.sendsSinceReceipt = Math.min(1, left.sendsSinceReceipt);
      if (left.message.boot().equals(boot)) {
        left.startAnew(); // It may only have waited for those before it.
      } else {
        left.othersStored |=
            stored.stream()
                .anyMatch(
                    one ->
                        one.message.id() > left.message.id() && one.sentMillis > left.sentMillis);
      }
    }
    Optional<Sent> first =
        sent.values().stream()
            .filter(one -> !one.message.boot().equals(boot))
            .min(Comparator.comparingLong(one -> one.message.id()));
    if (first.isEmpty() || !first.get().serverNeverStoresIt()) {
      return Optional.empty();
    }
    Held poison = first.get().message;
    boolean allBeforeSent = !moreReadings || newestReadings >= poison.id();
    if (!allBeforeSent) {
      return Optional.empty();
    }
    gone(poison.id());
    sent.values().stream()
        .filter(one -> one.message.boot().equals(poison.boot()))
        .forEach(Sent::startAnew);
    return Optional.of(poison.id());
  }

  /** The spool holds it no longer. */
  void gone(long id) {
    Sent one = sent.remove(id);
    if (one != null && one.message.isReadings()) {
      readings--;
    }
  }
}
