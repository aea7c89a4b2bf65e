package io.shedwatch.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Mosquitto;
import io.shedwatch.testkit.Needs;
import io.shedwatch.testkit.RunningProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/mqtt.md, run as they stand against a Mosquitto with accounts. */
final class MqttPageCommandsTest {
  private static final Pattern BLOCK =
      Pattern.compile("^```sh\n(.*?)^```", Pattern.MULTILINE | Pattern.DOTALL);

  /** A body may have several lines; each message begins with its topic. */
  private static final Pattern MESSAGE = Pattern.compile("^(?=shedwatch/)", Pattern.MULTILINE);

  /** What a shed's account may do (docs/brokers.md). */
  private static final String ACCESS =
      """
      user server
      topic readwrite shedwatch/v1/#

      user liuxi-s01
      topic readwrite shedwatch/v1/liuxi/s01/status
      topic write shedwatch/v1/liuxi/s01/readings
      topic write shedwatch/v1/liuxi/s01/alarms
      topic write shedwatch/v1/liuxi/s01/outcomes
      topic read shedwatch/v1/liuxi/s01/commands
      topic read shedwatch/v1/liuxi/s01/limits
      topic read shedwatch/v1/liuxi/s01/stored
      """;

  @TempDir private Path folder;
  private Mosquitto broker;
  private final List<RunningProgram> programs = new ArrayList<>();

  @BeforeEach
  void start() throws IOException {
    Needs.program("mosquitto_pub (package mosquitto-clients)", "/usr/bin/mosquitto_pub");
    broker =
        Mosquitto.start(
            folder.resolve("broker"), Map.of("server", "secret", "liuxi-s01", "secret"), ACCESS);
  }

  @AfterEach
  void stop() {
    programs.forEach(RunningProgram::close);
    broker.close();
  }

  @Test
  void theCommandsOfThePagePlayAShed() throws IOException {
    List<String> blocks = blocks();
    String settings = settings(blocks.get(0));
    String listen = blocks.get(1);
    assertThat(listen).startsWith("mosquitto_sub");
    RunningProgram server = bash("server", server("mosquitto_sub -v -t 'shedwatch/v1/#'"));
    RunningProgram shed = bash("shed", settings + listen);
    awaitBothListen(server, shed);

    bash("play", settings + String.join("\n", blocks.subList(2, blocks.size()))).awaitSuccess();

    Await.until("the goodbye was heard", () -> server.said().contains("offline"));
    List<Message> heard = messages(server.said());
    assertThat(heard)
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly(
            "Limits",
            "Status",
            "Readings",
            "Alarm",
            "Readings",
            "Alarm",
            "Outcome",
            "Will",
            "Status");
    assertThat(heard)
        .filteredOn(Stamped.class::isInstance)
        .extracting(message -> ((Stamped) message).seq())
        .containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L);
    assertThat(heard)
        .filteredOn(Readings.class::isInstance)
        .allSatisfy(message -> assertThat(((Readings) message).rejected()).isEmpty());
  }

  /** Retained, so that it is heard whenever the listeners are there. */
  private void awaitBothListen(RunningProgram server, RunningProgram shed) throws IOException {
    Path limits = Path.of("src/main/resources/contract/examples/valid/limits/version-4.json");
    bash(
            "limits",
            server(
                "mosquitto_pub -r -t shedwatch/v1/liuxi/s01/limits -f " + limits.toAbsolutePath()))
        .awaitSuccess();
    for (RunningProgram listener : List.of(server, shed)) {
      Await.until("limits are heard", () -> listener.said().contains("/limits {\"version\":4"));
    }
  }

  private static List<Message> messages(String said) {
    List<Message> messages = new ArrayList<>();
    for (String one : MESSAGE.splitAsStream(said).toList()) {
      int space = one.indexOf(' ');
      byte[] body = one.substring(space + 1).getBytes(UTF_8);
      Decoded decoded = new Codec().decode(one.substring(0, space), body);
      assertThat(decoded).isInstanceOf(Decoded.Good.class);
      messages.add(((Decoded.Good) decoded).message());
    }
    return messages;
  }

  private static List<String> blocks() throws IOException {
    String page = Files.readString(Path.of("../docs/mqtt.md"));
    return BLOCK.matcher(page).results().map(block -> block.group(1)).toList();
  }

  /** The page's first lines with this broker instead of the one that they name. */
  private String settings(String block) {
    assertThat(block.lines().findFirst().orElseThrow()).startsWith("broker=");
    return block.replaceFirst(
        "broker=.*", "broker='-h 127.0.0.1 -p " + broker.port() + " -u liuxi-s01 -P secret'");
  }

  private String server(String command) {
    return command + " -h 127.0.0.1 -p " + broker.port() + " -V 5 -q 1 -u server -P secret";
  }

  private RunningProgram bash(String name, String script) throws IOException {
    Path file = Files.writeString(folder.resolve(name + ".sh"), "set -eu\n" + script + "\n");
    RunningProgram program = RunningProgram.start(folder, name, List.of("bash", file.toString()));
    programs.add(program);
    return program;
  }
}
