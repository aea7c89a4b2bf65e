package io.shedwatch.server.incident;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.annotation.QueryValue;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.sql.Asked;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Which incidents; all may be left out.
 *
 * @param from opened at or after
 * @param to opened before
 * @param text what somebody wrote about it
 * @param way on-the-spot or outside
 * @param overdue open, and was to be done by now
 */
@Introspected
public record HttpIncidentsAsked(
    @QueryValue Optional<List<String>> state,
    @QueryValue Optional<List<String>> severity,
    @QueryValue Optional<String> kind,
    @QueryValue Optional<String> shed,
    @QueryValue Optional<Integer> socket,
    @QueryValue Optional<String> building,
    @QueryValue Optional<Boolean> open,
    @QueryValue Optional<String> from,
    @QueryValue Optional<String> to,
    @QueryValue Optional<String> text,
    @QueryValue Optional<String> way,
    @QueryValue Optional<Boolean> overdue,
    @QueryValue Optional<String> cursor,
    @QueryValue Optional<Integer> limit) {
  private static final List<String> SEVERITIES =
      Arrays.stream(Severity.values()).map(Severity::word).toList();

  /** The question at that time; a mistake is a problem that names the parameter. */
  public IncidentQuery query(Instant now) {
    Optional<String> written = text.map(String::strip).filter(word -> !word.isEmpty());
    if (written.filter(word -> Grams.of(word).isEmpty()).isPresent()) {
      throw ProblemException.invalid("text has at least two letters, digits or characters.");
    }
    return new IncidentQuery(
        Asked.words("state", state, JdbcIncidentPages.STATES),
        Asked.words("severity", severity, SEVERITIES),
        kind,
        shed,
        socket,
        building,
        open,
        Asked.time("from", from),
        Asked.time("to", to),
        written,
        way,
        overdue.filter(late -> late).map(late -> now));
  }
}
