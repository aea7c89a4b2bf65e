package io.shedwatch.server.intake;

import io.shedwatch.server.settings.Secret;
import io.shedwatch.server.settings.Setting;
import java.net.URI;
import java.util.Optional;

/** The broker that carries the sheds' messages. */
public record MqttSettings(
    @Setting(
            key = "MQTT_URL",
            says =
                "An own broker, as `tcp://host:1883` or `ssl://host:8883`; without it the embedded"
                    + " broker starts.")
        Optional<URI> url,
    @Setting(key = "MQTT_USER", says = "The server's account at that broker.")
        Optional<String> user,
    @Setting(key = "MQTT_PASSWORD", says = "Password of that account.") Optional<Secret> password,
    @Setting(
            key = "MQTT_LANES",
            byDefault = "4",
            min = 1,
            max = 64,
            says = "Threads that handle messages; the messages of one shed stay on one.")
        int lanes) {}
