package io.shedwatch.server.intake;

import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;

/**
 * A run of messages of one boot that are missing.
 *
 * @param why awaited (may still come), dropped, rejected, or why it counts as received
 */
@Serdeable
@Schema(name = "LostMessages")
record LostShape(String shed, String boot, long fromSeq, long toSeq, String why, String notedAt) {}
