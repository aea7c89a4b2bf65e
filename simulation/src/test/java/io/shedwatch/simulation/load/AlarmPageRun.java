package io.shedwatch.simulation.load;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.RunningProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Alarms from {@code mosquitto_pub} to the staff page in Chromium, timed by a program of the pages
 * that shares no code with the server ({@code npm run alarms}), while half of the sheds send
 * readings. Takes the load generator's options.
 *
 * <p>{@code mvn -q verify -Pload -DskipTests -Dload.main=io.shedwatch.simulation.load.AlarmPageRun
 * -Dload="--sheds 34 --readings-per-second 187"}; docs/benchmarks.md has the figures.
 */
public final class AlarmPageRun {
  private AlarmPageRun() {}

  public static void main(String[] arguments) throws Exception {
    LoadSettings settings = LoadSettings.parse(List.of(arguments), Map.of());
    int speaking = settings.sheds() / 2;
    String silent =
        IntStream.range(speaking, settings.sheds())
            .mapToObj(settings::shed)
            .collect(Collectors.joining(" "));
    Path folder = Files.createTempDirectory("shedwatch-alarms");
    boolean whole;
    try (LoadStage stage = LoadStage.start(folder, settings);
        RunningProgram readings = stage.startReadings(speaking)) {
      RunningProgram page = stage.startPage(silent);
      Await.until("the end of the alarms", Duration.ofMinutes(10), () -> !page.alive());
      System.out.print(page.said());
      whole = page.exitValue() == 0 && readings.alive();
    }
    System.exit(whole ? 0 : 1);
  }
}
