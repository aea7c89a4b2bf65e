package io.shedwatch.simulation.load;

import io.shedwatch.contract.BootId;
import io.shedwatch.contract.ShedAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The load's main. Publishes readings and alarms at their due times, waits for the receipts, and
 * prints one line of figures. Ends with 1 when a receipt or an alert is missing.
 */
public final class LoadGenerator {
  private static final long RECEIPTS_WITHIN_NANOS = 120_000_000_000L;

  private final LoadSettings settings;
  private final MqttVoices voices;
  private final Optional<HttpAlertWatch> watch;
  private final List<ShedVoice> sheds;
  private final Latencies lateness = new Latencies();
  private long messages;
  private long alarms;

  private LoadGenerator(LoadSettings settings, MqttVoices voices, Optional<HttpAlertWatch> watch) {
    this.settings = settings;
    this.voices = voices;
    this.watch = watch;
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
    Optional<HttpAlertWatch> watch =
        settings.httpUrl().isEmpty()
            ? Optional.empty()
            : Optional.of(
                HttpAlertWatch.open(settings.httpUrl(), settings.httpUser(), settings.password()));
    boolean whole;
    try (MqttVoices voices =
        MqttVoices.connect(settings, "load-" + ProcessHandle.current().pid())) {
      LoadGenerator load = new LoadGenerator(settings, voices, watch);
      load.run();
      whole = load.report();
    }
    System.exit(whole ? 0 : 1);
  }

  private void run() throws Exception {
    for (ShedVoice shed : sheds) {
      voices.publish(shed.address(), shed.birth(System.currentTimeMillis()));
    }
    long begin = System.nanoTime();
    double perMessage = 1e9 / settings.messagesPerSecond();
    double perAlarm = settings.alarmsPerSecond() > 0 ? 1e9 / settings.alarmsPerSecond() : 0;
    long total = Math.round(settings.messagesPerSecond() * settings.seconds());
    for (long i = 0; i < total; i++) {
      long due = begin + Math.round(i * perMessage);
      awaitNanos(due);
      lateness.add(Math.max(0, System.nanoTime() - due));
      ShedVoice shed = sheds.get((int) (i % sheds.size()));
      voices.publish(shed.address(), shed.readings(System.currentTimeMillis()));
      messages++;
      if (perAlarm > 0 && i * perMessage >= alarms * perAlarm) {
        alarm(sheds.get((int) (alarms / 2 % sheds.size())));
      }
    }
  }

  /** Alarms come in pairs: a raise, whose alert is timed, and its clear. */
  private void alarm(ShedVoice shed) throws Exception {
    boolean raise = alarms % 2 == 0;
    if (raise && watch.isPresent()) {
      watch.get().published(shed.address().shed().value(), System.nanoTime());
    }
    voices.publish(shed.address(), shed.alarm(System.currentTimeMillis()));
    alarms++;
  }

  private boolean report() {
    long deadline = System.nanoTime() + RECEIPTS_WITHIN_NANOS;
    while (unconfirmed() > 0 && System.nanoTime() < deadline) {
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
    watch.ifPresent(
        seen ->
            System.out.printf(
                Locale.ROOT,
                "alert_events=%d missing=%d p50_ms=%.2f p95_ms=%.2f p99_ms=%.2f max_ms=%.2f%n",
                seen.latencies().count(),
                seen.missing(),
                seen.latencies().percentileMillis(0.5),
                seen.latencies().percentileMillis(0.95),
                seen.latencies().percentileMillis(0.99),
                seen.latencies().percentileMillis(1)));
    return missing == 0 && watch.map(seen -> seen.missing() == 0).orElse(true);
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
