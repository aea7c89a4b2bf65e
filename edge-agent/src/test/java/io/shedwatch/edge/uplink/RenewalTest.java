package io.shedwatch.edge.uplink;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Limits;
import io.shedwatch.edge.spool.SimulatedDisk;
import io.shedwatch.edge.uplink.Dialer.Parcel;
import io.shedwatch.edge.uplink.ShedUplink.LineEvent;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Kept limits arrive with the subscription, often before its answer does. */
final class RenewalTest implements SimulatedNetwork.OtherEnd {
  private final Random random = new Random(1);
  private final SimulatedDisk disk = new SimulatedDisk(1, 50_000_000, 1_000_000);
  private final SimulatedNetwork network = new SimulatedNetwork(random, this);
  private final RecordingInbox inbox = new RecordingInbox();
  private final Deque<LineEvent> events = new ArrayDeque<>();
  private final ShedUplink uplink =
      new ShedUplink(
          new ShedUplink.Parts(
              SimulatedDisk.ADDRESS,
              disk.spool().backlog(),
              inbox,
              network,
              random,
              30_000,
              events::add),
          now());

  @Override
  public void arrived(Parcel parcel) {}

  @Override
  public void lost(byte[] will) {}

  private Now now() {
    return new Now(disk.monotonicMillis.get(), disk.placeMillis.get());
  }

  /** Lives for some seconds; the kept limits are heard while each subscription is unanswered. */
  private void live(Limits kept) {
    for (int step = 0; step < 300; step++) {
      disk.monotonicMillis.addAndGet(10);
      disk.placeMillis.addAndGet(10);
      network.passTo(disk.monotonicMillis.get());
      uplink.tick(now());
      while (!events.isEmpty()) {
        LineEvent event = events.remove();
        if (event.event() instanceof Dialer.Subscribed) {
          inbox.limits(kept);
          uplink.renew(now());
        }
        uplink.handle(event, now());
      }
    }
  }

  @Test
  void limitsInForceThatComeBeforeTheSubscriptionsAnswerEndNoConnection() {
    live(Limits.DEFAULTS);
    assertThat(uplink.isUp()).isTrue();
    assertThat(network.lines).hasSize(1);
    assertThat(network.newest().published).isNotEmpty();
  }

  @Test
  void newLimitsThatComeBeforeTheSubscriptionsAnswerAreConfirmedByOneNewConnection() {
    live(new Limits(4, 0, 5.5, 1, 600, 6_000, 15, 7_200, 0.5, 120, 43_200, 75));
    assertThat(uplink.isUp()).isTrue();
    assertThat(network.lines).hasSize(2);
    assertThat(inbox.limitsVersion()).isEqualTo(4);
  }
}
