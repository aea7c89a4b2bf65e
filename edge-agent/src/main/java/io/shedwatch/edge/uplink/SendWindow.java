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

  /** A broker that answers pings and acknowledges nothing for so long is hung up on. */
  static final long STALLED_MILLIS = 60_000;

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
      return new Choice(Next.AGAIN, urgentDue.get().id());
    }
    if (moreUrgent && sent.size() - readings < MAX_UNCONFIRMED_URGENT) {
      return new Choice(Next.NEW_URGENT, 0);
    }
    Optional<Sent> readingsDue = firstDue(now, true);
    if (readingsDue.isPresent()) {
      return new Choice(Next.AGAIN, readingsDue.get().id());
    }
    if (moreReadings && readings < MAX_UNCONFIRMED) {
      return new Choice(Next.NEW_READINGS, 0);
    }
    return new Choice(Next.NOTHING, 0);
  }

  private Optional<Sent> firstDue(long now, boolean ofReadings) {
    for (Sent one : sent.values()) {
      if (one.message().isReadings() == ofReadings && one.isDue(now)) {
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
    one.acknowledge();
    List<Long> poison = new ArrayList<>();
    for (Sent other : sent.values()) {
      other.otherAcknowledged(one);
      if (other.brokerNeverTakesIt()) {
        poison.add(other.id());
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
            .filter(one -> one.message().boot().equals(boot) && one.message().seq() <= seq)
            .toList();
    stored.forEach(one -> gone(one.id()));
    for (Sent left : sent.values()) {
      left.waitShortly();
      if (left.message().boot().equals(boot)) {
        left.startAnew();
      } else if (stored.stream().anyMatch(one -> one.id() > left.id() && left.wasSentBefore(one))) {
        left.otherStored();
      }
    }
    Optional<Sent> first =
        sent.values().stream()
            .filter(one -> !one.message().boot().equals(boot))
            .min(Comparator.comparingLong(Sent::id));
    if (first.isEmpty() || !first.get().serverNeverStoresIt()) {
      return Optional.empty();
    }
    Held poison = first.get().message();
    boolean allBeforeSent = !moreReadings || newestReadings >= poison.id();
    if (!allBeforeSent) {
      return Optional.empty();
    }
    gone(poison.id());
    sent.values().stream()
        .filter(one -> one.message().boot().equals(poison.boot()))
        .forEach(Sent::startAnew);
    return Optional.of(poison.id());
  }

  /** The spool holds it no longer. */
  void gone(long id) {
    Sent one = sent.remove(id);
    if (one != null && one.message().isReadings()) {
      readings--;
    }
  }
}
