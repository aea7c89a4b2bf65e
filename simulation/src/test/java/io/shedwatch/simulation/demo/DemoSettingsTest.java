package io.shedwatch.simulation.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.shedwatch.contract.ScaledTime;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DemoSettingsTest {
  private static final List<String> PLAIN =
      List.of(
          "--server", "http://127.0.0.1:8080",
          "--mqtt", "tcp://127.0.0.1:1883",
          "--credentials", "data/credentials",
          "--data", "data/town");

  @Test
  void readsWhatTheScriptGives() {
    List<String> arguments = new ArrayList<>(PLAIN);
    arguments.addAll(List.of("--history", "7"));
    Map<String, String> environment =
        Map.of(
            "DEMO_MQTT_PASSWORD", "secret",
            "SHEDWATCH_ADMIN_PASSWORD", "staff's",
            "SHEDWATCH_CLOCK", "1767225600000@60");
    DemoSettings settings = DemoSettings.parse(arguments, environment);
    assertThat(settings.serverUrl()).isEqualTo("http://127.0.0.1:8080");
    assertThat(settings.credentials()).isEqualTo(Path.of("data/credentials"));
    assertThat(settings.historyDays()).isEqualTo(7);
    assertThat(settings.password()).contains("secret");
    assertThat(settings.staffPassword()).contains("staff's");
    assertThat(settings.scale()).isEqualTo(new ScaledTime(1_767_225_600_000L, 60));
  }

  @Test
  void withoutMoreItIsThreeDaysInRealTimeWithTheBrokersOwnPasswords() {
    DemoSettings settings = DemoSettings.parse(PLAIN, Map.of("DEMO_MQTT_PASSWORD", ""));
    assertThat(settings.historyDays()).isEqualTo(3);
    assertThat(settings.password()).isEmpty();
    assertThat(settings.staffPassword()).isEmpty();
    assertThat(settings.scale().isReal()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --histroy 3                | '--histroy' is not an option; known are --server
          --history                  | --history needs a value
          --history three            | --history is 0 to 60 days, not 'three'
          --history 61               | --history is 0 to 60 days, not '61'
          --history -1               | --history is 0 to 60 days, not '-1'
          --data                     | --data needs a value
          --data x --data y          | --data stands there twice
          --server localhost:8080    | --server is an address as in http://127.0.0.1:8080
          --mqtt 127.0.0.1:1883      | --mqtt is an address as in tcp://127.0.0.1:1883
          """)
  void saysWhatIsWrong(String wrong, String said) {
    List<String> words = List.of(wrong.split(" "));
    List<String> arguments = new ArrayList<>();
    for (int i = 0; i < PLAIN.size(); i += 2) {
      if (!words.contains(PLAIN.get(i))) {
        arguments.addAll(PLAIN.subList(i, i + 2));
      }
    }
    arguments.addAll(words);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoSettings.parse(arguments, Map.of()))
        .withMessageContaining(said);
  }

  @Test
  void saysWhatIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoSettings.parse(PLAIN.subList(0, 6), Map.of()))
        .withMessage("--data is missing");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoSettings.parse(PLAIN, Map.of("SHEDWATCH_CLOCK", "fast")))
        .withMessageContaining("SHEDWATCH_CLOCK must be");
  }
}
