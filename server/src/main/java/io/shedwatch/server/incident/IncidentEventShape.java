package io.shedwatch.server.incident;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;

/**
 * One event of an incident in JSON.
 *
 * @param detail JSON text exactly as it was hashed
 * @param text what the person wrote; null where nothing was written, or it was erased
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "IncidentEvent")
record IncidentEventShape(
    long number,
    String at,
    String event,
    String who,
    String detail,
    Optional<String> text,
    String previousHash,
    String hash) {}
