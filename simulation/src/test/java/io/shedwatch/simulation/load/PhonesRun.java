package io.shedwatch.simulation.load;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Residents' phones at a server that stores readings meanwhile: those that poll and those that
 * listen, arriving over twenty seconds, within one, and in the same moment; and first phones in the
 * same moment at a server that does nothing but answer. Takes {@code --phones} and the load
 * generator's options.
 *
 * <p>{@code mvn -q verify -Pload -DskipTests -Dload.main=io.shedwatch.simulation.load.PhonesRun
 * -Dload="--phones 2000"}; docs/benchmarks.md has the figures.
 */
public final class PhonesRun {
  private static final List<String> ESTATE =
      List.of("--sheds", "17", "--readings-per-second", "18");

  /** Spread as the page's own looks are, within a second, and in the same moment. */
  private static final List<List<String>> ARRIVALS =
      List.of(
          List.of("--arrive-seconds", "20", "--seconds", "22"),
          List.of("--arrive-seconds", "1", "--seconds", "11", "--look-seconds", "8"),
          List.of("--arrive-seconds", "0", "--seconds", "11", "--look-seconds", "8"));

  private static final List<String> REHEARSALS = List.of("--rehearsals", "3");

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  private final LoadStage stage;
  private final PhonePrograms programs;
  private int runs;

  private PhonesRun(LoadStage stage, Path folder) {
    this.stage = stage;
    this.programs = new PhonePrograms(folder);
  }

  public static void main(String[] arguments) throws Exception {
    List<String> load = new ArrayList<>(ESTATE);
    load.addAll(List.of(arguments));
    String phones = taken(load, "--phones", "2000");
    LoadSettings settings = LoadSettings.parse(load, Map.of());
    Path folder = Files.createTempDirectory("shedwatch-phones");
    boolean whole;
    try (LoadStage stage = LoadStage.start(folder, settings);
        RunningProgram readings = stage.startReadings(settings.sheds())) {
      Await.until("readings are stored", PATIENCE, () -> stage.storedReadings() > 0);
      whole = new PhonesRun(stage, folder).runAll(phones) && readings.alive();
    }
    System.exit(whole ? 0 : 1);
  }

  private boolean runAll(String phones) throws Exception {
    // A server that just started compiles; the figures are of one that runs.
    boolean whole = run(List.of("--phones", "500", "--arrive-seconds", "8", "--seconds", "14"));
    whole &= run(List.of("--phones", "100", "--how", "sse", "--seconds", "5"));
    long before = stage.storedReadings();
    System.out.printf("loadavg before=%s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    whole &= floor(phones);
    for (String how : List.of("poll", "sse")) {
      for (List<String> arrival : ARRIVALS) {
        List<String> options = new ArrayList<>(List.of("--phones", phones, "--how", how));
        options.addAll(REHEARSALS);
        options.addAll(arrival);
        ProcessWatch watch = ProcessWatch.begin(Map.of("server", stage.server()));
        whole &= run(options);
        watch.report(System.out);
      }
    }
    System.out.printf("loadavg after=%s%n", Files.readString(Path.of("/proc/loadavg")).strip());
    System.out.printf("readings stored meanwhile=%d%n", stage.storedReadings() - before);
    return whole;
  }

  /** Takes an option out of the list. */
  private static String taken(List<String> options, String name, String otherwise) {
    int at = options.indexOf(name);
    if (at < 0) {
      return otherwise;
    }
    options.remove(at);
    return options.remove(at);
  }

  private boolean run(List<String> options) throws Exception {
    return heard(programs.phones("phones" + ++runs, stage.httpPort(), options));
  }

  /** What is left to be had: the machine and the phones' program by themselves. */
  private boolean floor(String phones) throws Exception {
    try (RunningProgram bare = programs.bareServer()) {
      Await.until("the bare server's port", () -> bare.said().contains("port "));
      int port = Integer.parseInt(bare.said().replaceAll("\\D", ""));
      List<String> options = new ArrayList<>(List.of("--phones", phones));
      options.addAll(REHEARSALS);
      options.addAll(ARRIVALS.get(ARRIVALS.size() - 1));
      System.out.print("bare server: ");
      return heard(programs.phones("phones" + ++runs, port, options));
    }
  }

  private static boolean heard(RunningProgram running) throws Exception {
    try (RunningProgram phones = running) {
      Await.until("the end of the phones", PATIENCE, () -> !phones.alive());
      System.out.print(phones.said());
      return phones.exitValue() == 0;
    }
  }
}
