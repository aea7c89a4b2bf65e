package io.shedwatch.edge.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.Limits;
import io.shedwatch.contract.ScaledTime;
import io.shedwatch.edge.meter.AbsentRelay;
import io.shedwatch.edge.meter.Devices;
import io.shedwatch.edge.meter.WiredSocket;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class EdgeConfigTest {
  private static final Path DOCS = Path.of("../docs");
  private static final String MARK = "<!-- settings -->";
  private static final String SMALL =
      """
      sheds:
        - site: liuxi
          shed: s01
          mqtt: {url: "tcp://127.0.0.1:1883"}
          spool: {folder: spool}
          buses:
            main: {host: 127.0.0.1}
          sockets:
            - socket: 1
              meter: {bus: main, unit: 1, map: sdm120}
              relay: {bus: main, unit: 20, coil: 0}
      """;

  @Test
  void thePublishedExampleIsGood() throws IOException {
    EdgeConfig config = FileEdgeConfig.read(DOCS.resolve("edge-example.yml"));

    ShedConfig shed = config.sheds().get(0);
    assertThat(shed.mqtt().user()).isEqualTo("liuxi-s01");
    assertThat(shed.sockets()).hasSize(3);
    assertThat(shed.sockets().get(1).relay().orElseThrow().positionInput()).contains(1);
    assertThat(config.maps())
        .hasEntrySatisfying(
            "dds238", map -> assertThat(map.volts().orElseThrow().address()).isEqualTo(12));
    assertThat(shed.buses())
        .hasEntrySatisfying("gateway", bus -> assertThat(bus.port()).isEqualTo(502));
    try (Devices devices =
        new Devices(shed, config.maps(), InstantSource.system(), ScaledTime.REAL, () -> {})) {
      assertThat(devices.sockets()).extracting(WiredSocket::socket).containsExactly(1, 2, 3);
      assertThat(devices.sockets().get(2).relay()).isEqualTo(AbsentRelay.INSTANCE);
      assertThat(devices.freeIsProbableOnly()).containsExactly(3);
    }
  }

  @Test
  void theDocumentedTableIsTheOneOfTheRecords() throws IOException {
    String document = Files.readString(DOCS.resolve("edge-agent.md"));
    assertThat(document.substring(document.indexOf(MARK) + MARK.length()))
        .isEqualTo("\n\n" + SettingsTable.markdown());
  }

  @Test
  void theDefaultLimitsAreTheContracts() {
    assertThat(EdgeConfig.parse(SMALL).sheds().get(0).limits().limits()).isEqualTo(Limits.DEFAULTS);
  }

  @Test
  void anUnknownKeyNamesItsPlaceAndTheNearestKey() {
    refused(SMALL.replace("host:", "hots:"), "sheds[0].buses.main.hots", "did you mean 'host'?");
    refused(SMALL.replace("sheds:", "shed:"), "shed: unknown key; did you mean 'sheds'?");
    refused(
        SMALL.replace("spool: {folder: spool}", "spool: {folder: spool, max-megabyte: 3}"),
        "did you mean 'maxMegabytes'?");
  }

  @Test
  void aValueOutOfBoundsSaysTheBounds() {
    refused(
        SMALL.replace("unit: 1,", "unit: 300,"),
        "sheds[0].sockets[0].meter.unit: 300 is not within 0 to 247");
    refused(SMALL.replace("unit: 1,", "unit: one,"), "expected a whole number, found 'one'");
    refused(SMALL.replace("site: liuxi", "site: Liu.Xi"), "'Liu.Xi' does not match");
    refused(SMALL.replace("socket: 1", "socket: 0"), "0 is not within 1 to 256");
  }

  @Test
  void whatIsMissingOrContradictsIsNamed() {
    refused(SMALL.replace("    shed: s01\n", ""), "sheds[0].shed: is missing");
    refused(
        SMALL.replace("meter: {bus: main,", "meter: {bus: mian,"),
        "names the bus 'mian', which is not among buses: main");
    refused(SMALL.replace("map: sdm120", "map: sdm210"), "did you mean 'sdm120'?");
    refused(SMALL.replace("map: sdm120", "replay: {file: a.csv}"), "a bus and a map, or a replay");
    refused(SMALL + SMALL.substring(SMALL.indexOf("  - site")), "stands there twice");
    refused(
        SMALL.replace("tcp://127.0.0.1:1883\"", "tcp://h:1883\", user: liuxi-s01"),
        "the user has no password");
    refused(SMALL.replace("tcp://", "tcp://user:secret@"), "does not match");
  }

  @Test
  void whatIsNoYamlOrNotOursIsOneSentence() {
    refused("", "the settings are empty");
    refused("sheds: [", "this is no YAML");
    refused("just words", "expected keys with values");
    refused("sheds: {}", "sheds: expected a list");
    refused("sheds: []", "at least one is needed");
    refused(SMALL.replace("site: liuxi", "site: liuxi\n    site: other"), "this is no YAML");
    refused("sheds: !!java.io.File [x]", "this is no YAML");
  }

  @Test
  void aPasswordComesFromAFileOrTheEnvironmentAndNeverShows() {
    MqttConfig mqtt =
        EdgeConfig.parse(
                SMALL.replace(
                    "tcp://127.0.0.1:1883\"", "tcp://h:1883\", user: u, passwordEnv: SECRET"))
            .sheds()
            .get(0)
            .mqtt();
    assertThat(mqtt.password(name -> name.equals("SECRET") ? "hunter2" : "", file -> ""))
        .isEqualTo("hunter2");
    assertThat(mqtt.toString()).doesNotContain("hunter2");
    assertThatThrownBy(() -> mqtt.password(name -> "", file -> ""))
        .isInstanceOf(SettingsMistake.class)
        .hasMessageContaining("SECRET is not set");

    MqttConfig byFile =
        EdgeConfig.parse(
                SMALL.replace(
                    "tcp://127.0.0.1:1883\"", "tcp://h:1883\", user: u, passwordFile: p.txt"))
            .sheds()
            .get(0)
            .mqtt();
    assertThat(byFile.password(name -> "", file -> "hunter2\n")).isEqualTo("hunter2");
    assertThatThrownBy(
            () ->
                byFile.password(
                    name -> "",
                    file -> {
                      throw new NoSuchFileException(file.toString());
                    }))
        .isInstanceOf(SettingsMistake.class)
        .hasMessageContaining("p.txt does not exist");
  }

  private static void refused(String yaml, String... parts) {
    assertThatThrownBy(() -> EdgeConfig.parse(yaml))
        .isInstanceOf(SettingsMistake.class)
        .message()
        .contains(parts);
  }
}
