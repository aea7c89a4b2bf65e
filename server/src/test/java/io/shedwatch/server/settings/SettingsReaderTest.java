package io.shedwatch.server.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SettingsReaderTest {
  record Kettle(
      @Setting(key = "KETTLE_WATTS", byDefault = "2000", min = 1, max = 3000, unit = "W", says = "")
          int watts,
      @Setting(key = "KETTLE_LID", byDefault = "true", says = "") boolean lid,
      @Setting(
              key = "KETTLE_MODE",
              byDefault = "fast",
              oneOf = {"fast", "slow"},
              says = "")
          String mode) {}

  record Tap(
      @Setting(key = "TAP_URL", says = "") Optional<URI> url,
      @Setting(key = "TAP_PASSWORD", says = "") Optional<Secret> password,
      @Setting(key = "TAP_FOLDER", byDefault = "./tap", says = "") Path folder) {
    Tap {
      if (password.isPresent() && url.isEmpty()) {
        throw new IllegalArgumentException("a password without a tap");
      }
    }
  }

  record Kitchen(Kettle kettle, Tap tap) {}

  private static Kitchen read(Map<String, String> environment) {
    return SettingsReader.read(Kitchen.class, FileSettingsSource.gather(environment));
  }

  @Test
  void takesDefaultsWhereNothingIsSet() {
    Kitchen kitchen = read(Map.of("HOME", "/root", "SHEDWATCH_KETTLE_LID", " "));
    assertThat(kitchen.kettle()).isEqualTo(new Kettle(2000, true, "fast"));
    assertThat(kitchen.tap())
        .isEqualTo(new Tap(Optional.empty(), Optional.empty(), Path.of("./tap")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          SHEDWATCH_KETTLE_WATS   | 5     | no such setting; the nearest is SHEDWATCH_KETTLE_WATTS
          SHEDWATCH_KETTLE_WATTS  | 0     | a whole number from 1 to 3000 W: 0
          SHEDWATCH_KETTLE_WATTS  | 3001  | a whole number from 1 to 3000 W: 3001
          SHEDWATCH_KETTLE_WATTS  | 2k    | a whole number from 1 to 3000 W: 2k
          SHEDWATCH_KETTLE_LID    | yes   | must be true or false: yes
          SHEDWATCH_KETTLE_MODE   | quick | must be one of [fast, slow]: quick
          SHEDWATCH_TAP_URL       | tap   | must be an address like http://host:port: tap
          SHEDWATCH_TAP_URL       | ://   | TAP_URL
          SHEDWATCH_TAP_PASSWORD  | drip  | a password without a tap
          SHEDWATCH_TAP_PASSWORD_FILE | /nowhere | cannot read the file
          SHEDWATCH_CONFIG        | /nowhere.yml | cannot read the settings file /nowhere.yml
          """)
  void saysWhatIsWrong(String name, String value, String message) {
    assertThatThrownBy(() -> read(Map.of(name, value)))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("drip");
  }

  @Test
  void tellsAllFaultsAtOnce() {
    assertThatThrownBy(
            () -> read(Map.of("SHEDWATCH_KETTLE_WATTS", "-1", "SHEDWATCH_TAP_FOLDERS", "x")))
        .hasMessageContaining("SHEDWATCH_KETTLE_WATTS: must be")
        .hasMessageContaining("SHEDWATCH_TAP_FOLDERS: no such setting");
  }

  @Test
  void readsNestedKeysFromTheFileAndLetsTheEnvironmentWin(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("application.yml");
    Files.writeString(
        file,
        """
        shedwatch:
          kettle:
            watts: 900
            mode: slow
          tap.url: http://tap:80
        """,
        StandardCharsets.UTF_8);
    Kitchen kitchen =
        read(Map.of("SHEDWATCH_CONFIG", file.toString(), "SHEDWATCH_KETTLE_WATTS", "800"));
    assertThat(kitchen.kettle()).isEqualTo(new Kettle(800, true, "slow"));
    assertThat(kitchen.tap().url()).contains(URI.create("http://tap:80"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          shedwach: {kettle.watts: 900}  | unknown key 'shedwach'; the nearest is 'shedwatch'
          shedwatch: {kettel.watts: 900} | SHEDWATCH_KETTEL_WATTS: no such setting
          - 1                            | has no keys
          'a: [' | settings file
          """)
  void refusesAFileThatHoldsSomethingElse(String text, String message, @TempDir Path folder)
      throws Exception {
    Path file = folder.resolve("application.yml");
    Files.writeString(file, text, StandardCharsets.UTF_8);
    assertThatThrownBy(() -> read(Map.of("SHEDWATCH_CONFIG", file.toString())))
        .isInstanceOf(SettingsFault.class)
        .hasMessageContaining(message);
  }

  @Test
  void takesASecretFromAFileAndNeverPrintsIt(@TempDir Path folder) throws Exception {
    Path file = folder.resolve("tap-password");
    Files.writeString(file, "drip-drop\n", StandardCharsets.UTF_8);
    Kitchen kitchen =
        read(
            Map.of(
                "SHEDWATCH_TAP_URL",
                "http://tap:80",
                "SHEDWATCH_TAP_PASSWORD_FILE",
                file.toString()));
    assertThat(kitchen.tap().password()).contains(new Secret("drip-drop"));
    assertThat(kitchen.toString()).doesNotContain("drip").contains("***");
  }
}
