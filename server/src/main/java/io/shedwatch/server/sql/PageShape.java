package io.shedwatch.server.sql;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;
import java.util.Optional;

/**
 * A page in JSON.
 *
 * @param next give it as {@code cursor} to read on; null at the end
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
public record PageShape<S>(List<S> items, Optional<String> next) {}
