package io.shedwatch.server.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/**
 * Problem details after RFC 9457, as the client sees them.
 *
 * @param type a stable URI, one of docs/http.md
 * @param instance the path that was asked for
 * @param violations which fields do not fit and why; left out when there are none
 */
@Serdeable
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Violation> violations) {
  /** One field that does not fit. */
  @Serdeable
  public record Violation(String field, String message) {}
}
