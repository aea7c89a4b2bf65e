package io.shedwatch.edge.usage;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.RelayPosition;
import io.shedwatch.edge.meter.Contact;
import io.shedwatch.edge.meter.Contacts;
import io.shedwatch.edge.meter.Sample;
import java.util.Locale;

/**
 * A story of seconds. Each line lasts some seconds at one sample a second and ends with what is
 * expected then:
 *
 * <pre>
 * 600s  104W  charging           the plugged-in charger takes 104 W while the relay is closed
 * 120s  5W    finished since=600 the usage began in second 600
 * 1s    5W    finished open      where the relay is to stand, when not closed
 * 1s    ?W    charging           not measured
 * trip  / reset / disable / enable / fault / heal      happen between two samples
 * plug=on, plug=off              from now on the plug sensor says so
 * every=16                       from now on a sample each 16 s
 * </pre>
 */
final class Story {
  private final UsageLimits limits;
  private SocketUse use = SocketUse.FREE;
  private Contact plug = Contact.UNKNOWN;
  private long second;
  private long began;
  private int every = 1;

  Story(UsageLimits limits) {
    this.limits = limits;
  }

  void tell(String text) {
    for (String line : text.strip().lines().toList()) {
      String[] words = line.strip().split("\\s+", -1);
      if (words[0].endsWith("s") && words.length > 2) {
        pass(line, words);
      } else {
        happen(words[0]);
      }
    }
  }

  private void pass(String line, String[] words) {
    int seconds = Integer.parseInt(words[0].replace("s", ""));
    String amount = words[1].replace("W", "");
    double watts = amount.equals("?") ? Double.NaN : Double.parseDouble(amount);
    for (int passed = 0; passed < seconds; passed += every) {
      sample(watts);
    }
    assertThat(use.usage().word()).as(line).isEqualTo(words[2]);
    RelayPosition expected = RelayPosition.CLOSED;
    for (int i = 3; i < words.length; i++) {
      if (words[i].startsWith("since=")) {
        assertThat(began).as(line).isEqualTo(Long.parseLong(words[i].substring(6)));
      } else {
        expected = RelayPosition.valueOf(words[i].toUpperCase(Locale.ROOT));
      }
    }
    assertThat(use.wanted()).as(line).isEqualTo(expected);
  }

  private void sample(double watts) {
    RelayPosition relay = use.wanted();
    double measured = relay == RelayPosition.OPEN ? 0 : watts;
    Sample sample = Sample.ofWatts(second * 1_000, measured).with(Contacts.NONE.withPlug(plug));
    SocketUse.Step step = use.observe(sample, relay, limits);
    if (step.next().usage() != use.usage()) {
      began = step.began() / 1_000;
    }
    use = step.next();
    second += every;
  }

  private void happen(String what) {
    long now = second * 1_000;
    use =
        switch (what) {
          case "trip" -> use.trip();
          case "reset" -> use.reset(now);
          case "disable" -> use.disable();
          case "enable" -> use.enable(now);
          case "fault" -> use.fault(true);
          case "heal" -> use.fault(false);
          case "restart" -> UseText.read(UseText.write(use), now).orElseThrow();
          default -> set(what);
        };
  }

  private SocketUse set(String what) {
    if (what.startsWith("plug=")) {
      plug = Contact.valueOf(what.substring(5).toUpperCase(Locale.ROOT));
    } else if (what.startsWith("every=")) {
      every = Integer.parseInt(what.substring(6));
    } else {
      throw new IllegalArgumentException(what);
    }
    return use;
  }
}
