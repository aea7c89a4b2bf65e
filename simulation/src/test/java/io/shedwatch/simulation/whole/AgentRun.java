package io.shedwatch.simulation.whole;

import io.shedwatch.simulation.load.ProcessWatch;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one agent costs: CPU and memory, and bytes on its connection to the broker as the kernel
 * counts them. The sockets named first charge as measured, the others are free.
 *
 * <p>Arguments: sockets, how many of them charge, factor of the clock, minutes of that clock.
 * docs/benchmarks.md has the command and the figures.
 */
public final class AgentRun {
  private static final Pattern SENT = Pattern.compile("bytes_sent:(\\d+)");
  private static final Pattern RECEIVED = Pattern.compile("bytes_received:(\\d+)");
  private static final Pattern SEGMENTS_OUT = Pattern.compile("segs_out:(\\d+)");
  private static final Pattern SEGMENTS_IN = Pattern.compile("segs_in:(\\d+)");
  private static final double MINUTES_PER_DAY = 1_440;

  /** IPv4 and TCP with timestamps, without options of the link below. */
  private static final int HEADER_BYTES = 52;

  /** RFC 8446, 5.2: header, content type and tag of AES-GCM, of each record. */
  private static final int TLS_BYTES = 22;

  private AgentRun() {}

  public static void main(String[] arguments) throws Exception {
    ChargerShed shed =
        new ChargerShed(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]));
    int factor = Integer.parseInt(arguments[2]);
    int minutes = Integer.parseInt(arguments[3]);
    Path folder = Files.createTempDirectory("shedwatch-agent");
    String clock = factor == 1 ? "" : System.currentTimeMillis() + "@" + factor;
    try (WholeSystem whole =
        WholeSystem.start(folder, clock, Map.of("s01", shed.settings()), shed.plan())) {
      RunningProgram agent = Objects.requireNonNull(whole.programs().get("agent"));
      TimeUnit.SECONDS.sleep(20); // It compiles, and says its birth.
      Traffic before = Traffic.of(agent.pid(), whole.brokerPort());
      ProcessWatch watch = ProcessWatch.begin(whole.programs());
      TimeUnit.MILLISECONDS.sleep(minutes * 60_000L / factor);
      Traffic after = Traffic.of(agent.pid(), whole.brokerPort());
      watch.report(System.out);
      after.minus(before).report(MINUTES_PER_DAY / minutes);
    }
  }

  /** Of the agent's one connection to the broker. */
  private record Traffic(long sent, long received, long segments) {
    static Traffic of(long pid, int port) throws IOException {
      Process ss = new ProcessBuilder("ss", "-tinpHO", "state", "established").start();
      String said = new String(ss.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      String line =
          said.lines()
              .filter(one -> one.contains("pid=" + pid + ",") && one.contains(":" + port + " "))
              .findFirst()
              .orElseThrow(() -> new IOException("the agent has no connection to the broker"));
      return new Traffic(
          number(SENT, line),
          number(RECEIVED, line),
          number(SEGMENTS_OUT, line) + number(SEGMENTS_IN, line));
    }

    Traffic minus(Traffic earlier) {
      return new Traffic(
          sent - earlier.sent, received - earlier.received, segments - earlier.segments);
    }

    void report(double daily) {
      System.out.printf(
          Locale.ROOT,
          "a day: sent=%.2f MB received=%.2f MB, with headers and TLS=%.2f MB%n",
          sent * daily / 1e6,
          received * daily / 1e6,
          (sent + received + segments * (double) (HEADER_BYTES + TLS_BYTES)) * daily / 1e6);
    }

    private static long number(Pattern pattern, String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.find() ? Long.parseLong(matcher.group(1)) : 0;
    }
  }
}
