package io.shedwatch.edge.uplink;

/**
 * One message that is sent and not confirmed, and how often in vain. A send was in vain when
 * something that was sent after it was confirmed, and it was not: without that the server or the
 * network is away, and nobody is to blame.
 */
final class Sent {
  static final long RESEND_MILLIS = 30_000;
  static final long MAX_RESEND_MILLIS = 600_000;

  /** A message that was sent so often in vain is set aside. */
  static final int MAX_SENDS_IN_VAIN = 5;

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

  Held message() {
    return message;
  }

  long id() {
    return message.id();
  }

  void sentAgain(long now) {
    notAcknowledgedInVain += othersAcknowledged ? 1 : 0;
    notStoredInVain += othersStored ? 1 : 0;
    othersAcknowledged = false;
    othersStored = false;
    sendsSinceReceipt++;
    sentMillis = now;
  }

  boolean wasSentBefore(Sent other) {
    return sentMillis < other.sentMillis;
  }

  /** The broker took it. */
  void acknowledge() {
    acknowledged = true;
  }

  /** The broker took another one. */
  void otherAcknowledged(Sent other) {
    othersAcknowledged |= wasSentBefore(other);
  }

  /** Others of its boot are stored: it may only have waited for those before it. */
  void startAnew() {
    notStoredInVain = 0;
    othersStored = false;
  }

  /** A newer message of another boot is stored, though it was sent later. */
  void otherStored() {
    othersStored = true;
  }

  /** A receipt moved: the next wait is the shortest again. */
  void waitShortly() {
    sendsSinceReceipt = Math.min(1, sendsSinceReceipt);
  }

  boolean brokerNeverTakesIt() {
    return !acknowledged
        && notAcknowledgedInVain + (othersAcknowledged ? 1 : 0) >= MAX_SENDS_IN_VAIN;
  }

  boolean serverNeverStoresIt() {
    return notStoredInVain + (othersStored ? 1 : 0) >= MAX_SENDS_IN_VAIN;
  }

  boolean isDue(long now) {
    return now >= dueMillis();
  }

  long dueMillis() {
    int doublings = Math.min(Math.max(0, sendsSinceReceipt - 1), 10);
    return sentMillis + Math.min(MAX_RESEND_MILLIS, RESEND_MILLIS << doublings);
  }
}
