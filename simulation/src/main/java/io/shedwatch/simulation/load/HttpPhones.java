package io.shedwatch.simulation.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The phones' main. They arrive at their due times, each on a connection of its own, and stay. An
 * answer's time runs from when the phone was due to arrive, or to look again, to its last byte: a
 * slow server, or this program on a busy machine, makes it longer instead of rarer. Ends with 1
 * when a phone got no answer.
 */
public final class HttpPhones {
  private static final int BUFFER = 262_144;

  /** Phones that call before those who have called are heard again. */
  private static final int MOST_CALLS = 32;

  private final PhoneSettings settings;
  private final InetSocketAddress server;
  private final Selector selector;
  private final List<HttpPhone> phones = new ArrayList<>();
  private final Deque<Look> looks = new ArrayDeque<>();
  private final Map<HttpPhone, Long> asked = new HashMap<>();
  private final Latencies first = new Latencies();
  private final Latencies again = new Latencies();
  private final Map<String, Integer> faults = new TreeMap<>();
  private int unchanged;

  /** When a phone looks again; in the order of time, since all wait equally long. */
  private record Look(HttpPhone phone, long dueAt) {}

  private HttpPhones(PhoneSettings settings) throws IOException {
    this.settings = settings;
    this.server = new InetSocketAddress(settings.url().getHost(), settings.url().getPort());
    this.selector = Selector.open();
  }

  public static void main(String[] arguments) throws Exception {
    PhoneSettings settings = PhoneSettings.parse(List.of(arguments));
    for (int i = 0; i < settings.rehearsals(); i++) {
      HttpPhones early = new HttpPhones(settings.rehearsal());
      early.run();
      early.hangUp();
    }
    HttpPhones all = new HttpPhones(settings);
    all.run();
    all.hangUp();
    System.exit(all.report() ? 0 : 1);
  }

  private void run() throws IOException {
    ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    long begin = System.nanoTime();
    long end = begin + nanos(settings.seconds());
    for (long now = begin; now < end; now = System.nanoTime()) {
      long next = Math.min(end, Math.min(arrive(begin, now), lookAgain(now)));
      selector.selectNow(key -> goOn((HttpPhone) key.attachment(), buffer));
      long pause = (next - System.nanoTime()) / 1_000_000;
      if (pause > 0) {
        selector.select(key -> goOn((HttpPhone) key.attachment(), buffer), pause);
      }
    }
  }

  private static long nanos(double seconds) {
    return Math.round(seconds * 1e9);
  }

  /** Lets some of those arrive who are due; gives when the next one is. */
  private long arrive(long begin, long now) {
    for (int calls = 0; phones.size() < settings.phones(); calls++) {
      long due = begin + nanos(settings.arriveSeconds() * phones.size() / settings.phones());
      if (due > now || calls == MOST_CALLS) {
        return due;
      }
      try {
        HttpPhone phone = HttpPhone.arrive(settings, server, selector);
        phones.add(phone);
        asked.put(phone, due);
      } catch (IOException e) {
        throw new IllegalStateException("this machine has no more connections", e);
      }
    }
    return Long.MAX_VALUE;
  }

  private long lookAgain(long now) {
    for (Look look = looks.peek(); look != null; look = looks.peek()) {
      if (look.dueAt() > now) {
        return look.dueAt();
      }
      looks.remove();
      try {
        asked.put(look.phone(), look.dueAt());
        look.phone().ask();
      } catch (IOException e) {
        gone(look.phone(), e);
      }
    }
    return Long.MAX_VALUE;
  }

  private void goOn(HttpPhone phone, ByteBuffer buffer) {
    try {
      if (phone.goOn(buffer)) {
        answered(phone, System.nanoTime());
      }
    } catch (IOException e) {
      gone(phone, e);
    }
  }

  private void answered(HttpPhone phone, long now) {
    Long since = asked.remove(phone);
    if (since == null) {
      return; // An event that nobody asked for.
    }
    (phone.answers() == 1 ? first : again).add(now - since);
    if (settings.how() == PhoneSettings.How.POLL) {
      unchanged += phone.status() == 304 ? 1 : 0;
      looks.add(new Look(phone, now + nanos(settings.lookSeconds())));
    }
  }

  private void gone(HttpPhone phone, IOException why) {
    phone.hangUp();
    asked.remove(phone);
    faults.merge(String.valueOf(why.getMessage()), 1, Integer::sum);
  }

  private void hangUp() throws IOException {
    phones.forEach(HttpPhone::hangUp);
    selector.close();
  }

  private boolean report() {
    phones.stream()
        .map(HttpPhone::fault)
        .filter(fault -> !fault.isEmpty())
        .forEach(fault -> faults.merge(fault, 1, Integer::sum));
    System.out.printf(
        Locale.ROOT,
        "%s phones=%d arrive_s=%.1f first=%d p50_ms=%.1f p95_ms=%.1f p99_ms=%.1f max_ms=%.1f"
            + " bytes=%d%n",
        settings.how().name().toLowerCase(Locale.ROOT),
        phones.size(),
        settings.arriveSeconds(),
        first.count(),
        first.percentileMillis(0.5),
        first.percentileMillis(0.95),
        first.percentileMillis(0.99),
        first.percentileMillis(1),
        phones.isEmpty() ? 0 : phones.get(phones.size() - 1).firstBytes());
    if (settings.how() == PhoneSettings.How.POLL) {
      System.out.printf(
          Locale.ROOT,
          "  later looks=%d unchanged=%d p50_ms=%.1f p99_ms=%.1f%n",
          again.count(),
          unchanged,
          again.percentileMillis(0.5),
          again.percentileMillis(0.99));
    } else {
      System.out.printf(
          Locale.ROOT,
          "  events=%d%n",
          phones.stream().mapToInt(phone -> Math.max(0, phone.answers() - 1)).sum());
    }
    faults.forEach((fault, count) -> System.out.println("  " + count + " times: " + fault));
    return faults.isEmpty() && first.count() == settings.phones();
  }
}
