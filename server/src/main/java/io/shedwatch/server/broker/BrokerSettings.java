package io.shedwatch.server.broker;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.nio.file.Path;
import java.util.Optional;

/** The embedded broker; not started when an MQTT URL is given. */
public record BrokerSettings(
    @Setting(
            key = "BROKER_PORT",
            byDefault = "1883",
            min = 0,
            max = 65_535,
            says = "Port of the embedded MQTT broker; 0 takes a free one.")
        int port,
    @Setting(
            key = "BROKER_HOST",
            byDefault = "127.0.0.1",
            says =
                "Address the embedded broker listens on; `0.0.0.0` lets sheds on other machines"
                    + " in, and wants TLS.")
        String host,
    @Setting(
            key = "BROKER_TLS_KEYSTORE",
            says =
                "A PKCS#12 file with certificate and key: the embedded broker then speaks TLS only.")
        Optional<Path> tlsKeystore,
    @Setting(key = "BROKER_TLS_PASSWORD", says = "The password of that file.")
        Optional<Secret> tlsPassword) {

  public BrokerSettings {
    if (tlsKeystore.isPresent() != tlsPassword.isPresent()) {
      throw new IllegalArgumentException(
          "SHEDWATCH_BROKER_TLS_KEYSTORE and SHEDWATCH_BROKER_TLS_PASSWORD belong together");
    }
  }
}
