package io.shedwatch.server.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.ShedAddress;
import io.shedwatch.server.broker.MqttProbe.Heard;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may do what, on the embedded broker and on Mosquitto with the access file we write. */
abstract class BrokerAccessContract {
  static final ShedAddress S01 = ShedAddress.of("liuxi", "s01");
  static final ShedAddress S02 = ShedAddress.of("liuxi", "s02");
  static final List<ShedAddress> SHEDS = List.of(S01, S02);
  static final Map<String, ShedAddress> ACCOUNTS = Map.of("liuxi-s01", S01, "liuxi-s02", S02);

  /** What a broker does with the subscriptions it does not like. */
  abstract boolean refusesSubscriptions();

  abstract String url();

  abstract String password(String account);

  private MqttProbe connect(String account) throws MqttException {
    return MqttProbe.connect(url(), "probe-" + account, account, password(account));
  }

  @ParameterizedTest
  @CsvSource({
    "liuxi-s01, shedwatch/v1/liuxi/s01/status, yes",
    "liuxi-s01, shedwatch/v1/liuxi/s01/readings, yes",
    "liuxi-s01, shedwatch/v1/liuxi/s01/alarms, yes",
    "liuxi-s01, shedwatch/v1/liuxi/s01/outcomes, yes",
    "liuxi-s01, shedwatch/v1/liuxi/s01/commands, no",
    "liuxi-s01, shedwatch/v1/liuxi/s01/limits, no",
    "liuxi-s01, shedwatch/v1/liuxi/s01/stored, no",
    "liuxi-s01, shedwatch/v1/liuxi/s01/other, no",
    "liuxi-s01, shedwatch/v1/liuxi/s01, no",
    "liuxi-s01, shedwatch/v1/liuxi/s01/readings/more, no",
    "liuxi-s01, shedwatch/v1/liuxi/s02/readings, no",
    "liuxi-s01, shedwatch/v1/liuxi/s02/status, no",
    "liuxi-s01, shedwatch/v1/other/s01/readings, no",
    "liuxi-s01, shedwatch/v2/liuxi/s01/readings, no",
    "liuxi-s01, elsewhere, no",
    "server, shedwatch/v1/liuxi/s01/stored, yes",
    "server, shedwatch/v1/liuxi/s02/limits, yes",
    "server, shedwatch/v1/liuxi/s02/commands, yes",
  })
  void publishing(String account, String topic, String allowed) throws Exception {
    String text = account + topic;
    String marker = "shedwatch/v1/liuxi/s02/commands";
    try (MqttProbe witness = MqttProbe.connect(url(), "witness", "server", password("server"));
        MqttProbe probe = connect(account)) {
      assertThat(witness.subscribe("shedwatch/#")).isLessThan(MqttProbe.REFUSED);
      assertThat(witness.subscribe("elsewhere")).isNotNegative();
      int reason = probe.publish(topic, text, false);
      // The broker keeps one publisher's order: what comes before the witness' own mark is all.
      witness.publish(marker, "mark", false);
      if (allowed.equals("yes")) {
        assertThat(reason).isLessThan(MqttProbe.REFUSED);
        assertThat(witness.await()).isEqualTo(new Heard(topic, text, false));
      } else {
        assertThat(witness.await()).isEqualTo(new Heard(marker, "mark", false));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "shedwatch/v1/liuxi/s01/commands, yes",
    "shedwatch/v1/liuxi/s01/limits, yes",
    "shedwatch/v1/liuxi/s01/stored, yes",
    "shedwatch/v1/liuxi/s01/status, yes",
    "shedwatch/v1/liuxi/s01/readings, no",
    "shedwatch/v1/liuxi/s01/alarms, no",
    "shedwatch/v1/liuxi/s01/outcomes, no",
    "shedwatch/v1/liuxi/s02/commands, no",
    "shedwatch/v1/liuxi/s02/stored, no",
    "shedwatch/v1/liuxi/s02/status, no",
  })
  void subscribing(String topic, String allowed) throws Exception {
    try (MqttProbe server = MqttProbe.connect(url(), "server", "server", password("server"));
        MqttProbe probe = connect("liuxi-s01")) {
      int reason = probe.subscribe(topic);
      if (allowed.equals("yes")) {
        assertThat(reason).isLessThan(MqttProbe.REFUSED);
      } else if (refusesSubscriptions()) {
        assertThat(reason).isGreaterThanOrEqualTo(MqttProbe.REFUSED);
      }
      hearsOnly(probe, server, topic, allowed.equals("yes"));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "#",
    "shedwatch/#",
    "shedwatch/v1/liuxi/s02/#",
    "shedwatch/v1/+/+/commands",
    "shedwatch/v1/liuxi/+/stored",
    "$share/all/shedwatch/v1/liuxi/s02/commands"
  })
  void noWildcardReachesAnotherShed(String filter) throws Exception {
    try (MqttProbe server = MqttProbe.connect(url(), "server", "server", password("server"));
        MqttProbe probe = connect("liuxi-s01")) {
      int reason = probe.subscribe(filter);
      if (refusesSubscriptions()) {
        assertThat(reason).isGreaterThanOrEqualTo(MqttProbe.REFUSED);
      }
      for (String channel : List.of("commands", "stored", "limits")) {
        hearsOnly(probe, server, "shedwatch/v1/liuxi/s02/" + channel, false);
      }
    }
  }

  /** A refused subscription may end the connection; then nothing can come either. */
  private void hearsOnly(MqttProbe probe, MqttProbe server, String topic, boolean allowed)
      throws Exception {
    server.publish(topic, "secret", false);
    if (allowed) {
      assertThat(probe.await()).isEqualTo(new Heard(topic, "secret", false));
      return;
    }
    Optional<MqttProbe> again =
        probe.connected() ? Optional.empty() : Optional.of(connect("liuxi-s01"));
    MqttProbe alive = again.orElse(probe);
    String mark = "shedwatch/v1/liuxi/s01/limits";
    assertThat(alive.subscribe(mark)).isLessThan(MqttProbe.REFUSED);
    server.publish(mark, "mark", false);
    assertThat(alive.await()).isEqualTo(new Heard(mark, "mark", false));
    assertThat(probe.heard).extracting(Heard::topic).doesNotContain(topic);
    if (again.isPresent()) {
      again.get().close();
    }
  }

  @Test
  void nobodyComesInWithoutTheRightPassword() {
    assertThatThrownBy(() -> MqttProbe.connect(url(), "a", "liuxi-s01", "wrong"))
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> MqttProbe.connect(url(), "b", "server", password("liuxi-s01")))
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> MqttProbe.connect(url(), "c", "nobody", "x"))
        .isInstanceOf(MqttException.class);
    assertThatThrownBy(() -> MqttProbe.connect(url(), "d", "", ""))
        .isInstanceOf(MqttException.class);
  }
}
