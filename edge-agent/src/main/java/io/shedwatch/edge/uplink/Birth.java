package io.shedwatch.edge.uplink;

import io.shedwatch.contract.ShedState;
import io.shedwatch.edge.Inbox;

/**
 * The birth of the present connection, and whether it has to be said again. Used by one thread.
 * Times are monotonic milliseconds in arguments.
 */
final class Birth {
  /** A stranger on the status topic is answered this often at most. */
  static final long REPEAT_MILLIS = 10_000;

  private final Backlog backlog;
  private final Inbox inbox;
  private Held message;
  private int limits;
  private boolean sent;
  private boolean toRepeat;
  private long repeatedMillis = Long.MIN_VALUE / 2;

  /** Writes the first one, before anything else of this boot. */
  Birth(Backlog backlog, Inbox inbox) {
    this.backlog = backlog;
    this.inbox = inbox;
    this.limits = inbox.limitsVersion();
    this.message = backlog.status(ShedState.ONLINE, limits);
  }

  Held message() {
    return message;
  }

  boolean isSent() {
    return sent;
  }

  /**
   * For the next connection. One that was never sent is written again, so that a day without a
   * broker leaves one birth.
   */
  void write() {
    limits = inbox.limitsVersion();
    message =
        sent
            ? backlog.status(ShedState.ONLINE, limits)
            : backlog.statusAgain(message.id(), ShedState.ONLINE, limits);
    sent = false;
    toRepeat = false;
  }

  void publish(Sender sender, Now now) {
    if (sender.publishRetained(message, now)) {
      sent = true;
      toRepeat = false;
    }
  }

  /** Somebody else spoke in the shed's name. */
  void contested() {
    toRepeat = true;
  }

  /** When to say it again; far away when it need not be. */
  long dueMillis() {
    return toRepeat ? repeatedMillis + REPEAT_MILLIS : Long.MAX_VALUE;
  }

  void repeatIfDue(Sender sender, Now now) {
    if (now.monotonic() >= dueMillis()) {
      repeatedMillis = now.monotonic();
      publish(sender, now);
    }
  }

  /** Whether it was said, and what it says of limits and boot still holds. */
  boolean holds() {
    return sent && limits == inbox.limitsVersion() && message.boot().equals(backlog.boot());
  }
}
