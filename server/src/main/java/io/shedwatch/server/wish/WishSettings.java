package io.shedwatch.server.wish;

import io.shedwatch.server.settings.Setting;
import java.time.Duration;
import java.time.ZoneId;

/** How long residents wait and are left in peace. */
public record WishSettings(
    @Setting(
            key = "WISH_HOLD_MINUTES",
            byDefault = "5",
            unit = "min",
            min = 1,
            max = 60,
            says =
                "How long a freed socket is left to the resident who was told, before the next is.")
        int holdMinutes,
    @Setting(
            key = "WISH_WAIT_MINUTES",
            byDefault = "180",
            unit = "min",
            min = 10,
            max = 1_440,
            says = "How long a resident waits for a free socket before the wish lapses.")
        int waitMinutes,
    @Setting(
            key = "WISH_MOVE_MINUTES",
            byDefault = "15",
            unit = "min",
            min = 0,
            max = 1_440,
            says =
                "How long after the word that a bike is full its owner is told a second time, if"
                    + " others wait for a socket.")
        int moveMinutes,
    @Setting(
            key = "WISH_QUIET_FROM_HOUR",
            byDefault = "22",
            unit = "h",
            min = 0,
            max = 23,
            says = "From this hour of the site's time nobody is told that a bike is full.")
        int quietFromHour,
    @Setting(
            key = "WISH_QUIET_TO_HOUR",
            byDefault = "7",
            unit = "h",
            min = 0,
            max = 23,
            says = "Until this hour; the same as the hour before: no quiet hours.")
        int quietToHour,
    @Setting(
            key = "WISH_PUSH",
            byDefault = "on",
            oneOf = {"on", "off", "anywhere"},
            says =
                "Web Push to phones whose page is closed, by way of their browser's push service;"
                    + " `anywhere` is for demos and tests only: also plain HTTP and private"
                    + " addresses, which a stranger could otherwise make the server call.")
        String push) {

  /** Whether phones are told by Web Push. */
  public boolean pushes() {
    return !push.equals("off");
  }

  /** Whether addresses of strangers may lead into the operator's own network. */
  public boolean pushesAnywhere() {
    return push.equals("anywhere");
  }

  Duration hold() {
    return Duration.ofMinutes(holdMinutes);
  }

  Duration await() {
    return Duration.ofMinutes(waitMinutes);
  }

  ChargeRule chargeRule(ZoneId zone) {
    return new ChargeRule(
        Duration.ofMinutes(moveMinutes), new Quiet(quietFromHour, quietToHour, zone));
  }
}
