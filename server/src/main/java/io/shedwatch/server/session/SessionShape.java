package io.shedwatch.server.session;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * A charging session in JSON; absence is null.
 *
 * @param endedAt when the socket was free again; null while it is occupied
 * @param finishedAt when the bike was full
 * @param wattHours energy of the session, Wh
 * @param stopReason unplugged, full-cut, time-cut, tripped, commanded, fault or unknown; null while
 *     it lasts
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Session")
record SessionShape(
    String session,
    String shed,
    int socket,
    String startedAt,
    Optional<String> endedAt,
    double wattHours,
    double peakWatts,
    Optional<String> stopReason,
    Optional<String> finishedAt) {}
