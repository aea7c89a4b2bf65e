package io.shedwatch.edge.uplink;

import io.shedwatch.contract.Codec;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Will;
import io.shedwatch.edge.Inbox;
import io.shedwatch.edge.uplink.Dialer.Event;
import io.shedwatch.edge.uplink.Dialer.Line;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One shed's way to the server: dials, says the birth, sends what the window chooses, hears what
 * comes. Calls ports only and never waits; used by one thread, which brings it events and the time.
 */
final class ShedUplink {
  /** How long the last words may take before the line is hung up. */
  static final long GOODBYE_MILLIS = 2_000;

  /**
   * Messages that are taken and never stored may wait for something that the spool no longer holds,
   * after a server lost its store: a new birth says what is held. So long at first, then twice as
   * long each time, up to an hour.
   */
  static final long SILENCE_MILLIS = 120_000;

  private static final long MAX_SILENCE_MILLIS = 3_600_000;
  private static final Logger LOG = LoggerFactory.getLogger(ShedUplink.class);

  /**
   * What a shed's uplink works with.
   *
   * @param backfillAfterMillis what is older when it is sent is backfill
   * @param events takes what happens on a line, with its number, on any thread
   */
  record Parts(
      ShedAddress address,
      Backlog backlog,
      Inbox inbox,
      Dialer dialer,
      RandomGenerator random,
      long backfillAfterMillis,
      Consumer<LineEvent> events) {}

  /** Something happened on the line of that number. */
  record LineEvent(int nth, Event event) {}

  private final Parts parts;
  private final Codec codec = new Codec();
  private final Hearing hearing;
  private final Sender sender;
  private final Birth birth;
  private Link link;
  private Optional<Line> line = Optional.empty();
  private long silenceMillis = SILENCE_MILLIS;
  private boolean ending;
  private Optional<Held> goodbye = Optional.empty();

  /** Says the first birth, before anything else of this boot; nothing is dialed before a tick. */
  ShedUplink(Parts parts, Now now) {
    this.parts = parts;
    this.hearing = new Hearing(parts.address(), codec, parts.inbox());
    this.sender = new Sender(parts.address(), parts.backlog(), codec, parts.backfillAfterMillis());
    this.link = Link.first(now.monotonic());
    this.birth = new Birth(parts.backlog(), parts.inbox());
  }

  ShedAddress address() {
    return parts.address();
  }

  boolean isUp() {
    return link.state() == Link.State.OPEN;
  }

  boolean hasEnded() {
    return link.state() == Link.State.ENDED;
  }

  /** When to tick next, monotonic milliseconds. */
  long dueMillis() {
    if (!isUp()) {
      return link.until();
    }
    // Silence and stalls are looked for once a second, with the caller's own round.
    return Math.min(birth.dueMillis(), Math.min(link.until(), sender.dueMillis()));
  }

  /** Time has passed. */
  void tick(Now now) {
    long time = now.monotonic();
    if (goodbye.isPresent() && isUp() && time >= link.until()) {
      hangUpPolitely(now);
    } else if (link.isOverdue(time) && link.state() == Link.State.HANGING_UP) {
      hungUp(now);
    } else if (link.isToDial(time)) {
      dial(now);
    } else if (link.isOverdue(time)) {
      broken(now, "no answer while " + link.state());
    } else if (sender.isStalled(now)) {
      broken(now, "publishes are not acknowledged");
    } else if (isUp() && !ending && isSilent(now)) {
      silenceMillis = Math.min(MAX_SILENCE_MILLIS, 2 * silenceMillis);
      renewBecause("no receipt", now);
    }
    pump(now);
  }

  /** The line cannot go on. */
  void fail(Now now, String why) {
    if (line.isPresent()) {
      broken(now, why);
    }
  }

  /** The spool has more. */
  void more(Now now) {
    sender.more();
    pump(now);
  }

  private void pump(Now now) {
    if (!isUp() || !birth.isSent() || ending) {
      return;
    }
    birth.repeatIfDue(sender, now);
    sender.pump(now);
  }

  private void dial(Now now) {
    birth.write();
    link = link.dialing(now.monotonic());
    int nth = link.nth();
    byte[] will = codec.encode(new Will(birth.message().boot(), birth.message().seq()));
    line =
        Optional.of(
            parts.dialer().dial(will, event -> parts.events().accept(new LineEvent(nth, event))));
  }

  /** Something happened on a line. */
  void handle(LineEvent lineEvent, Now now) {
    if (lineEvent.nth() != link.nth() || line.isEmpty() || hasEnded()) {
      return; // Of a line that is hung up.
    }
    Event event = lineEvent.event();
    if (event instanceof Dialer.Opened opened) {
      link = link.subscribing(now.monotonic());
      sender.open(line.get(), opened.receiveMaximum());
      line.get().subscribe();
    } else if (event instanceof Dialer.Subscribed subscribed) {
      subscribed(subscribed, now);
    } else if (event instanceof Dialer.Acknowledged acknowledged) {
      sender.acknowledged(acknowledged, now);
      if (goodbye.isPresent() && goodbye.get().id() == acknowledged.id()) {
        hangUpPolitely(now);
      }
    } else if (event instanceof Dialer.Arrived arrived) {
      arrived(arrived, now);
    } else if (event instanceof Dialer.Closed closed) {
      if (link.state() == Link.State.HANGING_UP) {
        hungUp(now);
      } else {
        broken(now, closed.why());
      }
    }
    pump(now);
  }

  private void subscribed(Dialer.Subscribed subscribed, Now now) {
    if (link.state() != Link.State.SUBSCRIBING) {
      return; // It is being hung up already.
    }
    LOG.info(
        "shed={} uplink=up connection={} boot={} birth={}",
        address(),
        link.nth(),
        birth.message().boot(),
        birth.message().seq());
    link = link.open(now.monotonic());
    if (!subscribed.refused().isEmpty()) {
      // Alarms still go out; nothing is deleted, because no receipt comes.
      LOG.error("shed={} subscribe=refused topics={}", address(), subscribed.refused());
    }
    birth.publish(sender, now);
    renew(now);
  }

  private boolean isSilent(Now now) {
    long open = now.monotonic() - link.since();
    return Math.min(open, sender.silentMillis(now)) >= silenceMillis;
  }

  private void arrived(Dialer.Arrived arrived, Now now) {
    Hearing.Heard heard = hearing.hear(arrived, birth.message());
    if (heard instanceof Hearing.Receipt receipt) {
      if (sender.stored(receipt.stored(), now) && isUp() && !ending) {
        renewBecause("the server fell back", now);
      }
      if (sender.silentMillis(now) == 0) {
        silenceMillis = SILENCE_MILLIS;
      }
    } else if (heard instanceof Hearing.Stranger stranger) {
      LOG.warn("shed={} foreignStatus=\"{}\"", address(), stranger.said());
      birth.contested();
    }
  }

  private void broken(Now now, String why) {
    boolean wasUp = link.isUp();
    line.ifPresent(open -> open.hangUp(false));
    lineGone();
    link = link.broken(now.monotonic(), parts.random().nextDouble());
    // Said when it changes: a broker that is away for a day is one line.
    if (wasUp || link.failures() == 1) {
      LOG.warn(
          "shed={} uplink=down why=\"{}\" retryMillis={}",
          address(),
          why,
          link.until() - now.monotonic());
    }
    if (ending) {
      end(now);
    }
  }

  private void lineGone() {
    line = Optional.empty();
    sender.close();
  }

  private void hangUpPolitely(Now now) {
    sender.close();
    link = link.hangingUp(now.monotonic());
    line.ifPresent(open -> open.hangUp(true));
  }

  private void hungUp(Now now) {
    lineGone();
    if (ending) {
      end(now);
    } else {
      link = link.renewed(now.monotonic());
      dial(now);
    }
  }

  /**
   * What a birth says has changed, or a new boot began: a new connection with a new birth, because
   * the will names the birth it belongs to. Before the birth is said there is nothing to renew:
   * kept limits may arrive before the subscription is answered, and would end every connection.
   */
  void renew(Now now) {
    if (birth.isSent() && !birth.holds() && isUp() && !ending) {
      renewBecause("limits " + parts.inbox().limitsVersion(), now);
    }
  }

  private void renewBecause(String why, Now now) {
    LOG.info("shed={} uplink=renew why=\"{}\"", address(), why);
    hangUpPolitely(now);
  }

  /** Says the clean death, and ends when it is acknowledged or after two seconds. */
  void beginEnd(Now now) {
    ending = true;
    if (!isUp()) {
      line.ifPresent(open -> open.hangUp(false));
      lineGone();
      end(now);
      return;
    }
    Held death = parts.backlog().status(ShedState.OFFLINE, parts.inbox().limitsVersion());
    goodbye = Optional.of(death);
    link = link.until(now.monotonic() + GOODBYE_MILLIS);
    if (!sender.publishRetained(death, now)) {
      hangUpPolitely(now);
    }
  }

  private void end(Now now) {
    LOG.info("shed={} uplink=ended unconfirmed={}", address(), sender.unconfirmed());
    link = link.ended(now.monotonic());
  }
}
