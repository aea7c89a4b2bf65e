package io.shedwatch.server.notice.courier;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

/** All couriers, by their kind. */
public final class Couriers implements Courier {
  /** How long an answer may take before it counts as lost. */
  public static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Map<CourierKind, Courier> byKind = new EnumMap<>(CourierKind.class);

  public Couriers(SmtpSettings mail, Duration patience) {
    byKind.put(CourierKind.WECOM, new HttpCourier(new WeComRobot(), patience));
    byKind.put(CourierKind.DINGTALK, new HttpCourier(new DingTalkRobot(), patience));
    byKind.put(CourierKind.FEISHU, new HttpCourier(new FeishuRobot(), patience));
    byKind.put(CourierKind.WEBHOOK, new HttpCourier(new Webhook(), patience));
    byKind.put(CourierKind.SMTP, new SmtpCourier(mail, patience));
  }

  @Override
  public Outcome send(Letter letter, Destination destination, Instant now) {
    Courier courier = byKind.get(destination.courier());
    if (courier == null) {
      throw new IllegalStateException("no courier for " + destination.courier());
    }
    return courier.send(letter, destination, now);
  }
}
