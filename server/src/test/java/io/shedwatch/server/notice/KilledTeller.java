package io.shedwatch.server.notice;

import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.notice.courier.CourierKind;
import io.shedwatch.server.notice.courier.Couriers;
import io.shedwatch.server.notice.courier.SmtpSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;

/**
 * A process of its own that raises alerts and tells them, until it is killed. Arguments: database,
 * address of the webhook, number of the first alert, how many.
 */
final class KilledTeller {
  private KilledTeller() {}

  public static void main(String[] args) throws Exception {
    NoticeRig rig = NoticeRig.at(args[0]);
    rig.put(NoticeRig.route("hook", CourierKind.WEBHOOK, args[1]));
    Couriers couriers = new Couriers(SmtpSettings.NONE, Duration.ofSeconds(5));
    NoticeLoop loop = new NoticeLoop(rig.desk, couriers, Instant::now);
    loop.start();
    int first = Integer.parseInt(args[2]);
    for (int i = first; i < first + Integer.parseInt(args[3]); i++) {
      String shed = "s%02d".formatted(1 + i % 17);
      rig.raise(rig.alert("a" + i, "smoke" + i, Severity.CRITICAL, shed, 0, Instant.now()));
      System.out.println("raised a" + i);
    }
    // In the order in which things move: what left one place is found in the next.
    while (!rig.rows("select 1 from alert_outbox").isEmpty()
        || !rig.rows("select 1 from notice_task where state = 'pending'").isEmpty()
        || !rig.rows("select 1 from notice where state in ('waiting', 'sending')").isEmpty()) {
      LockSupport.parkNanos(50_000_000);
    }
    System.out.println("all told");
    System.exit(0);
  }
}
