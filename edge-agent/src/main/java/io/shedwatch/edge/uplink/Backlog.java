package io.shedwatch.edge.uplink;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.SeqRange;
import io.shedwatch.contract.ShedState;
import java.util.List;
import java.util.Optional;

/**
 * What the spool still has to deliver, in the uplink's words. Called by one thread, the uplink's;
 * no method throws because a disk is full or broken.
 */
public interface Backlog {
  /** What a receipt did. */
  enum Receipt {
    /** It covers more of this boot than any before. */
    MOVED,
    /** Known already, or of a boot of which nothing is held. */
    NOTHING_NEW,
    /** It covers more than was ever said: somebody else's, and not believed. */
    NOT_OURS
  }

  /** Whether a message is sent without waiting for room among the unconfirmed ones. */
  enum Lane {
    /** Alarms, outcomes and births. */
    URGENT,
    READINGS
  }

  /** The present boot. */
  BootId boot();

  /**
   * Says a birth or a death under the next seq, with all that a status carries: what is held of
   * each boot, which alarms are open.
   */
  Held status(ShedState state, int limitsVersion);

  /**
   * Says a birth that was never sent once more under its own seq, with what holds now. A new one
   * when the old one is not of the present boot or not held any more.
   */
  Held statusAgain(long id, ShedState state, int limitsVersion);

  /** The messages of that lane above {@code id}, oldest first, at most {@code atMost}. */
  List<Held> after(long id, Lane lane, int atMost);

  /** The message of that id; empty when it is not held any more. */
  Optional<Held> held(long id);

  /**
   * What {@code carrier}, a readings message, declares as dropped: the same at every call for the
   * same carrier, until a receipt covers it. Ranges are in order; at most a hundred.
   */
  List<SeqRange> declaredBy(long carrier);

  /** Everything of that boot up to {@code seq} is stored: it need not be held any longer. */
  Receipt stored(BootId boot, long seq);

  /** Keeps the message apart, never to be sent, and declares it dropped. */
  void setAside(long id, String why);
}
