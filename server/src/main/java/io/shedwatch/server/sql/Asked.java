package io.shedwatch.server.sql;

import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.site.SiteTime;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads query parameters as callers write them; a mistake names the parameter. */
public final class Asked {
  private Asked() {}

  /** A time: ISO 8601 with offset, or epoch milliseconds. */
  public static Optional<Instant> time(String parameter, Optional<String> text) {
    return text.map(
        value ->
            SiteTime.parse(value)
                .orElseThrow(
                    () ->
                        ProblemException.invalid(
                            parameter
                                + " is a time in ISO 8601 with offset, as in"
                                + " 2026-01-01T08:00:00+08:00, or in epoch milliseconds.")));
  }

  /** Words out of a fixed set, given repeatedly or with commas between them. */
  public static Set<String> words(
      String parameter, Optional<List<String>> given, List<String> all) {
    Set<String> words = new LinkedHashSet<>();
    given.orElse(List.of()).stream()
        .flatMap(text -> Arrays.stream(text.split(",", -1)))
        .map(String::strip)
        .filter(word -> !word.isEmpty())
        .forEach(words::add);
    if (!all.containsAll(words)) {
      throw ProblemException.invalid(parameter + " is one of " + String.join(", ", all) + ".");
    }
    return words;
  }
}
