package io.shedwatch.edge.usage;

import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Sample;
import io.shedwatch.edge.usage.Occupancy.Charging;
import io.shedwatch.edge.usage.Occupancy.Cut;
import io.shedwatch.edge.usage.Occupancy.Finished;
import io.shedwatch.edge.usage.Occupancy.Free;

/**
 * The usage of one socket: what is plugged in, and what lies above it.
 *
 * <p>free: closed. charging: closed. finished: closed, or open after a cut. tripped: open until a
 * reset. disabled: open until a person closes. faulted: any; nothing is concluded from samples.
 */
public final class SocketUse {
  /** Of a socket that was never seen. */
  public static final SocketUse FREE = new SocketUse(Free.QUIET, false, false, false);

  private final Occupancy occupancy;
  private final boolean tripped;
  private final boolean disabled;
  private final boolean faulted;

  SocketUse(Occupancy occupancy, boolean tripped, boolean disabled, boolean faulted) {
    this.occupancy = occupancy;
    this.tripped = tripped;
    this.disabled = disabled;
    this.faulted = faulted;
  }

  /**
   * One sample later.
   *
   * @param next the state now
   * @param began epoch milliseconds since when the usage is what it is now; the sample's own time
   *     unless it is known only afterwards, as with finished and free
   */
  public record Step(SocketUse next, long began) {}

  /** What the wire calls it. */
  public Usage usage() {
    if (faulted) {
      return Usage.FAULTED;
    }
    if (tripped) {
      return Usage.TRIPPED;
    }
    if (disabled) {
      return Usage.DISABLED;
    }
    if (occupancy instanceof Free) {
      return Usage.FREE;
    }
    return occupancy instanceof Charging ? Usage.CHARGING : Usage.FINISHED;
  }

  /** Where the relay is to stand. */
  public RelayPosition wanted() {
    if (tripped || disabled) {
      return RelayPosition.OPEN;
    }
    boolean cut =
        occupancy instanceof Finished finished
            && finished.cut() != Cut.NONE
            && !finished.probe().running();
    return cut ? RelayPosition.OPEN : RelayPosition.CLOSED;
  }

  /** Epoch milliseconds of the session's start; 0 when there is none. */
  public long startedAt() {
    if (occupancy instanceof Charging charging) {
      return charging.startedAt();
    }
    return occupancy instanceof Finished finished ? finished.startedAt() : 0;
  }

  /** A fresh sample. Behind an open relay nothing is learnt from it but what a plug sensor says. */
  public Step observe(Sample sample, RelayPosition relay, UsageLimits limits) {
    boolean cut = occupancy instanceof Finished finished && finished.cut() != Cut.NONE;
    boolean dark = relay == RelayPosition.OPEN && !cut;
    if (tripped || disabled || faulted || dark) {
      return new Step(this, sample.at());
    }
    Occupancy next =
        new OccupancyRule(limits)
            .next(
                occupancy,
                new OccupancyRule.Seen(
                    sample.at(),
                    sample.watts(),
                    sample.contacts().plug(),
                    relay != RelayPosition.OPEN));
    if (next.equals(occupancy)) {
      return new Step(this, sample.at());
    }
    SocketUse after = with(next);
    boolean changed = after.usage() != usage();
    return new Step(
        after, changed ? OccupancyRule.began(occupancy, next, sample.at()) : sample.at());
  }

  /** Protection has opened the relay; the session is over. */
  public SocketUse trip() {
    return new SocketUse(occupancy, true, disabled, faulted);
  }

  /** A person has reset the trip. */
  public SocketUse reset(long now) {
    return tripped ? new SocketUse(switchedOn(now), false, disabled, faulted) : this;
  }

  /** A person has ordered the relay open. */
  public SocketUse disable() {
    return new SocketUse(occupancy, tripped, true, faulted);
  }

  /** A person has ordered the relay closed; after a cut the charge may go on. */
  public SocketUse enable(long now) {
    boolean cut = occupancy instanceof Finished finished && finished.cut() != Cut.NONE;
    return disabled || cut ? new SocketUse(switchedOn(now), tripped, false, faulted) : this;
  }

  /** Whether the meter or the device cannot be believed; what was counted before is forgotten. */
  public SocketUse fault(boolean now) {
    if (now == faulted) {
      return this;
    }
    Occupancy unsure =
        occupancy instanceof Charging charging
            ? new Charging(charging.startedAt(), charging.loaded(), Run.NONE, Run.NONE)
            : occupancy;
    return new SocketUse(unsure, tripped, disabled, now);
  }

  public boolean tripped() {
    return tripped;
  }

  public boolean disabled() {
    return disabled;
  }

  /** Where nothing was plugged in, nothing is waited for; else a load within two minutes. */
  private Occupancy switchedOn(long now) {
    return occupancy instanceof Free ? Free.QUIET : Charging.switchedOn(now);
  }

  private SocketUse with(Occupancy next) {
    return new SocketUse(next, tripped, disabled, faulted);
  }

  Occupancy occupancy() {
    return occupancy;
  }

  /**
   * Whether "free" is only probable here: the meter shows nothing of the standby of a full battery
   * (0.7 W), and no plug sensor decides.
   *
   * @param resolutionWatts smallest power that the meter shows, W
   */
  public static boolean freeIsProbableOnly(
      double resolutionWatts, Contact plug, UsageLimits limits) {
    return plug == Contact.UNKNOWN && resolutionWatts > limits.removedWatts();
  }
}
