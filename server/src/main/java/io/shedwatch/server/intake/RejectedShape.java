package io.shedwatch.server.intake;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A message that could not be used.
 *
 * @param reason one word of a fixed set
 * @param detail one sentence that names the field
 * @param body at most 2,000 characters
 */
@Serdeable
@Schema(name = "RejectedMessage")
record RejectedShape(
    long number, String receivedAt, String topic, String reason, String detail, String body) {}
