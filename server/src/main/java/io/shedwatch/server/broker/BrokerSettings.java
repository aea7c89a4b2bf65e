package io.shedwatch.server.broker;

import io.shedwatch.server.settings.Setting;

/** The embedded broker; not started when an MQTT URL is given. */
public record BrokerSettings(
    @Setting(
            key = "BROKER_PORT",
            byDefault = "1883",
            min = 0,
            max = 65_535,
            says = "Port of the embedded MQTT broker; 0 takes a free one.")
        int port) {}
