package io.shedwatch.server.sql;

import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A whole list in JSON: short by its nature, so it has no pages. */
@Serdeable
public record ListShape<S>(List<S> items) {}
