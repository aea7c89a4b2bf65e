package io.shedwatch.simulation.load;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The load's main. Publishes readings and alarms at their due times, waits for the receipts, and
 * prints lines of figures. Ends with 1 when a receipt or an alert is missing.
 */
public final class LoadGenerator {
  private static final long RECEIPTS_WITHIN_NANOS = 120_000_000_000L;

  private final LoadSettings settings;
  private final MqttVoices voices;
  private final Map<String, Announced> watches = new TreeMap<>();
  private final List<ShedVoice> sheds;
  private final Latencies lateness = new Latencies();
  private long messages;
  private long alarms;

  private LoadGenerator(LoadSettings settings, MqttVoices voices) {
    this.settings = settings;
    this.voices = voices;
    String boot = "load" + Long.toString(System.currentTimeMillis(), 36);
    this.sheds =
        IntStream.range(0, settings.sheds())
            .mapToObj(
                i ->
                    new ShedVoice(
                        ShedAddress.of(settings.site(), settings.shed(i)),
                        new BootId(boot),
                        settings.socketsPerMessage()))
            .toList();
  }

  public static void main(String[] arguments) throws Exception {
    LoadSettings settings = LoadSettings.parse(List.of(arguments), System.getenv());
    boolean whole;
    try (MqttVoices voices =
        MqttVoices.connect(settings, "load-" + ProcessHandle.current().pid())) {
      LoadGenerator load = new LoadGenerator(settings, voices);
      load.births();
      whole = load.watched();
    }
    System.exit(whole ? 0 : 1);
  }

  /** Before anybody watches: the events of so many births at once are too many for one client. */
  private void births() throws Exception {
    for (ShedVoice shed : sheds) {
      voices.publish(shed.address(), shed.birth(System.currentTimeMillis()));
    }
    long deadline = System.nanoTime() + RECEIPTS_WITHIN_NANOS;
    while (unconfirmed() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(100_000_000);
    }
  }

  private boolean watched() throws Exception {
    if (settings.httpUrl().isEmpty()) {
      run();
      return report();
    }
    HttpStaff staff =
        HttpStaff.signIn(settings.httpUrl(), settings.httpUser(), settings.password());
    watches.put("alert_events", HttpAlertWatch.open(staff).announced());
    if (!settings.webhook()) {
      run();
      return report();
    }
    try (HttpWebhookWatch webhook = HttpWebhookWatch.open(staff)) {
      watches.put("webhook", webhook.announced());
      run();
      return report();
    }
  }

  private void run() throws Exception {
    long begin = System.nanoTime();
    long allMessages = Math.round(settings.messagesPerSecond() * settings.seconds());
    long allAlarms = Math.round(settings.alarmsPerSecond() * settings.seconds());
    while (messages < allMessages || alarms < allAlarms) {
      long message = due(begin, messages, allMessages, settings.messagesPerSecond());
      long alarm = due(begin, alarms, allAlarms, settings.alarmsPerSecond());
      awaitNanos(Math.min(message, alarm));
      if (alarm < message) {
        alarm(sheds.get((int) ((settings.alarmsFrom() + alarms / 2) % sheds.size())));
        continue;
      }
      lateness.add(Math.max(0, System.nanoTime() - message));
      ShedVoice shed = sheds.get((int) (messages % sheds.size()));
      voices.publish(shed.address(), shed.readings(System.currentTimeMillis()));
      messages++;
    }
  }

  /** When the next of a kind is due; never, when all were sent. */
  private static long due(long begin, long sent, long all, double perSecond) {
    return sent < all ? begin + Math.round(sent * 1e9 / perSecond) : Long.MAX_VALUE;
  }

  /** Alarms come in pairs: a raise, whose alert is timed, and its clear. */
  private void alarm(ShedVoice shed) throws Exception {
    if (alarms % 2 == 0) {
      String id = shed.address().shed().value();
      long now = System.nanoTime();
      watches.values().forEach(watch -> watch.published(id, now));
    }
    voices.publish(shed.address(), shed.alarm(System.currentTimeMillis()));
    alarms++;
  }

  private boolean report() {
    long deadline = System.nanoTime() + RECEIPTS_WITHIN_NANOS;
    while (unconfirmed() + unseen() > 0 && System.nanoTime() < deadline) {
      LockSupport.parkNanos(100_000_000);
    }
    long missing = unconfirmed();
    System.out.printf(
        Locale.ROOT,
        "readings=%d messages=%d alarms=%d late_p99_ms=%.1f unconfirmed=%d%n",
        messages * settings.socketsPerMessage(),
        messages,
        alarms,
        lateness.percentileMillis(0.99),
        missing);
    watches.forEach((what, seen) -> System.out.println(seen.report(what)));
    return missing + unseen() == 0;
  }

  private long unseen() {
    return watches.values().stream().mapToLong(Announced::missing).sum();
  }

  private long unconfirmed() {
    return sheds.stream()
        .filter(shed -> voices.storedSeq(shed.address()) < shed.seq())
        .mapToLong(shed -> shed.seq() - voices.storedSeq(shed.address()))
        .sum();
  }

  private static void awaitNanos(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
