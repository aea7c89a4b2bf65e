package io.shedwatch.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main as a process of its own, with its real exit codes and signals. */
final class EdgeAgentTest {
  private static final int SIGTERM_EXIT = 143;
  private static final String TRACE =
      "at,watts,amperes,volts\n0,0,0,221\n5,104,0.8,221\n60,104,0.8,221\n";

  @TempDir private Path folder;

  private Path settings(String broker) throws IOException {
    Files.writeString(folder.resolve("trace.csv"), TRACE);
    String replay =
        "{replay: {file: %s, amperes: amperes, volts: volts}}"
            .formatted(folder.resolve("trace.csv"));
    return Files.writeString(
        folder.resolve("edge.yml"),
        """
        sheds:
          - site: liuxi
            shed: s01
            mqtt: {url: "%s"}
            spool: {folder: %s}
            sockets:
              - {socket: 1, meter: %s}
              - {socket: 2, meter: %s}
          - site: liuxi
            shed: s02
            mqtt: {url: "%s"}
            spool: {folder: %s}
            sockets:
              - {socket: 1, meter: %s}
        """
            .formatted(
                broker,
                folder.resolve("deep/spool-1"),
                replay,
                replay,
                broker,
                folder.resolve("deep/spool-2"),
                replay));
  }

  private RunningProgram agent(Map<String, String> environment, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("env"));
    environment.forEach((key, value) -> command.add(key + "=" + value));
    command.addAll(
        List.of(
            System.getProperty("java.home") + "/bin/java",
            "-Xmx48m",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            EdgeAgent.class.getName()));
    command.addAll(List.of(arguments));
    return RunningProgram.start(folder, "agent", command);
  }

  @Test
  void runsEveryShedAndEndsThemOffline() throws IOException {
    try (Mosquitto broker = Mosquitto.start(folder.resolve("broker"));
        RunningProgram listener =
            RunningProgram.start(
                folder,
                "listener",
                List.of(
                    "mosquitto_sub",
                    "-p",
                    Integer.toString(broker.port()),
                    "-q",
                    "1",
                    "-t",
                    "shedwatch/#",
                    "-F",
                    "%t %p"));
        RunningProgram agent =
            agent(
                Map.of("SHEDWATCH_CLOCK", System.currentTimeMillis() + "@5"),
                "--config",
                settings(broker.url()).toString())) {
      for (String shed : List.of("s01", "s02")) {
        Await.until(
            "a charge in " + shed,
            () ->
                listener
                    .said()
                    .lines()
                    .anyMatch(
                        line ->
                            line.startsWith("shedwatch/v1/liuxi/" + shed + "/readings")
                                && line.contains("\"usage\":\"charging\"")));
      }
      assertThat(agent.said().lines()).containsOnlyOnce("ready");
      agent.stop();

      assertThat(agent.exitValue()).isEqualTo(SIGTERM_EXIT);
      for (String shed : List.of("s01", "s02")) {
        Await.until(
            "the clean death of " + shed,
            () ->
                listener
                    .said()
                    .lines()
                    .anyMatch(
                        line ->
                            line.startsWith("shedwatch/v1/liuxi/" + shed + "/status")
                                && line.contains("\"state\":\"offline\"")));
      }
      assertThat(listener.said()).doesNotContain("\"state\":\"lost\"");
    }
  }

  @Test
  void startsWithoutABrokerAndObeysFilesInTheSpoolsFolder() throws IOException {
    try (RunningProgram agent =
        agent(Map.of(), "--config", settings("tcp://127.0.0.1:1").toString())) {
      Await.until("ready", () -> agent.said().lines().anyMatch("ready"::equals));
      Path reset = Files.createFile(folder.resolve("deep/spool-1/reset-all"));
      Await.until("the reset is taken", () -> !Files.exists(reset));

      refused(
          "shed s01: another process uses the spool",
          "--config",
          folder.resolve("edge.yml").toString());
      agent.stop();
      assertThat(agent.exitValue()).isEqualTo(SIGTERM_EXIT);
    }
  }

  @Test
  void settingsThatCannotBeUsedAreOneSentence() throws IOException {
    refused("usage: java -jar shedwatch-edge.jar --config edge.yml");
    refused("nowhere.yml does not exist", "--config", "nowhere.yml");
    Path file = settings("tcp://127.0.0.1:1");
    String good = Files.readString(file);
    Files.writeString(file, good.replace("spool:", "spol:"));
    refused("sheds[0].spol: unknown key; did you mean 'spool'?", "--config", file.toString());
    Files.writeString(file, good.replace("trace.csv", "gone.csv"));
    refused("gone.csv does not exist", "--config", file.toString());
    Files.writeString(
        file, good.replaceFirst("tcp://127.0.0.1:1\"", "ssl://h:1\", trust: /nowhere/ca.pem"));
    refused("shed s01: /nowhere/ca.pem does not exist", "--config", file.toString());
    Files.writeString(file, good.replaceFirst("folder: [^}]+", "folder: /dev/null/spool"));
    refused("shed s01: /dev/null", "--config", file.toString());
    Files.writeString(file, good);
    refused(Map.of("SHEDWATCH_CLOCK", "soon"), "SHEDWATCH_CLOCK must be", "--config", "edge.yml");
  }

  private void refused(String sentence, String... arguments) throws IOException {
    refused(Map.of(), sentence, arguments);
  }

  /** Nothing but the sentence is said: no stack, no log of a start that did not happen. */
  private void refused(Map<String, String> environment, String sentence, String... arguments)
      throws IOException {
    Path log = folder.resolve("agent.out");
    long before = Files.exists(log) ? Files.readString(log).lines().count() : 0;
    try (RunningProgram agent = agent(environment, arguments)) {
      Await.until("its end", () -> !agent.alive());
      List<String> said = agent.said().lines().skip(before).toList();
      assertThat(said).hasSize(1);
      assertThat(said.get(0)).startsWith("shedwatch-edge: ").contains(sentence);
      assertThat(agent.exitValue()).isEqualTo(EdgeAgent.UNUSABLE_SETTINGS);
    }
  }
}
