package io.shedwatch.server.sql;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Some rows of a list.
 *
 * @param items in the list's order
 * @param next where to read on; empty at the end
 */
public record Page<T>(List<T> items, Optional<Cursor> next) {
  public Page {
    items = List.copyOf(items);
  }

  /** In JSON, each item turned into its shape. */
  public <S> PageShape<S> shape(Function<T, S> shape) {
    return new PageShape<>(items.stream().map(shape).toList(), next.map(Cursor::text));
  }
}
