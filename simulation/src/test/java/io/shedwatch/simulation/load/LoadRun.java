package io.shedwatch.simulation.load;

import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The load's whole run: starts Mosquitto, InfluxDB, PostgreSQL and the server on ports and folders
 * of its own, lets the load generator speak, and counts in the stores what it said. Takes the load
 * generator's options. Ends with 1 when a reading, an alert or an incident is missing.
 *
 * <p>{@code mvn -q verify -Pload -DskipTests -Dload="--sheds 909 --seconds 300"};
 * docs/benchmarks.md has the figures.
 */
public final class LoadRun {
  private static final Pattern READINGS = Pattern.compile("readings=(\\d+)");
  private static final Pattern ALARMS = Pattern.compile("alarms=(\\d+)");

  private LoadRun() {}

  public static void main(String[] arguments) throws Exception {
    LoadSettings settings = LoadSettings.parse(List.of(arguments), Map.of());
    Path folder = Files.createTempDirectory("shedwatch-load");
    boolean whole;
    try (LoadStage stage = LoadStage.start(folder, settings)) {
      whole = run(stage, folder, List.of(arguments));
    }
    System.exit(whole ? 0 : 1);
  }

  private static boolean run(LoadStage stage, Path folder, List<String> options) throws Exception {
    // A server that just started compiles; the figures are of one that runs.
    // It raises its alarms elsewhere: what is told of a socket is not told again at once.
    List<String> warmUp = with(options, "--seconds", stage.warmUpSeconds());
    load(stage, folder, "warm-up", with(warmUp, "--alarms-from", stage.halfOfTheSheds()));
    long before = stage.storedReadings();
    long alertsBefore = stage.alerts();
    long incidentsBefore = stage.incidentEvents();
    System.out.printf("loadavg before=%s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    ProcessWatch watch = ProcessWatch.begin(stage.programs());
    String said = load(stage, folder, "load", options);
    watch.report(System.out);
    System.out.printf("loadavg after=%s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    long sent = number(READINGS, said);
    long raised = (number(ALARMS, said) + 1) / 2;
    long stored = stage.storedReadings() - before;
    long alerts = stage.alerts() - alertsBefore;
    long incidents = stage.incidentEvents() - incidentsBefore;
    System.out.printf(
        Locale.ROOT,
        "sent readings=%d stored=%d; raised alarms=%d alerts=%d incident events=%d%n",
        sent,
        stored,
        raised,
        alerts,
        incidents);
    return stored == sent && alerts == raised && incidents >= raised;
  }

  private static String load(LoadStage stage, Path folder, String name, List<String> options)
      throws Exception {
    RunningProgram load = stage.startLoad(name, options);
    while (load.alive()) {
      LockSupport.parkNanos(100_000_000);
    }
    String said = Files.readString(folder.resolve(name + ".out"));
    System.out.println(name + ": " + said.strip().replace("\n", "\n" + name + ": "));
    if (load.exitValue() > 1) {
      throw new IllegalStateException("the load generator failed");
    }
    return said;
  }

  private static List<String> with(List<String> options, String name, String value) {
    List<String> all = new ArrayList<>(options);
    int index = all.indexOf(name);
    if (index >= 0) {
      all.set(index + 1, value);
    } else {
      all.addAll(List.of(name, value));
    }
    return all;
  }

  private static long number(Pattern pattern, String said) {
    Matcher matcher = pattern.matcher(said);
    if (!matcher.find()) {
      throw new IllegalStateException("the load generator did not say " + pattern);
    }
    return Long.parseLong(matcher.group(1));
  }
}
