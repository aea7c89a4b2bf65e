package io.shedwatch.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A socket in JSON, the same in REST and in server-sent events. The quantities and {@code
 * lastUsage} are absent for people without a login, and where the meter does not measure them.
 *
 * @param usage what it is used for; unknown when its shed is not heard
 * @param since since when the usage holds; null: not known
 * @param relay absent when the device did not say
 * @param wattHours the meter's counter, Wh
 * @param lastUsage what was last heard, where {@code usage} is unknown because of silence
 * @param finish when its charge is expected to be full; only while it charges
 * @param at when the reading was measured, at the place; null: never read
 */
@Serdeable
@Schema(name = "Socket")
record SocketShape(
    int socket,
    String usage,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> since,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> relay,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble volts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble amperes,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble watts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble wattHours,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) OptionalDouble celsius,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> lastUsage,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ShedShape.ExpectedShape> finish,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> at) {
  SocketShape expecting(Optional<ShedShape.ExpectedShape> expected) {
    return new SocketShape(
        socket, usage, since, relay, volts, amperes, watts, wattHours, celsius, lastUsage, expected,
        at);
  }
}
