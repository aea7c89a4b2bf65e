package io.shedwatch.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A database that is away for a moment is told as that; any other SQL error is a fault of ours. */
@Singleton
final class HttpDatabaseAway
    implements ExceptionHandler<SQLException, MutableHttpResponse<Problem>> {
  private static final Logger LOG = LoggerFactory.getLogger(HttpDatabaseAway.class);

  private final HttpProblemAnswer answer;

  HttpDatabaseAway(HttpProblemAnswer answer) {
    this.answer = answer;
  }

  @Override
  @SuppressWarnings("rawtypes") // The framework's interface takes the raw request.
  public MutableHttpResponse<Problem> handle(HttpRequest request, SQLException e) {
    if (DatabaseAway.says(e)) {
      LOG.warn("database away path={} reason={}", request.getPath(), e.getMessage());
      return answer.handle(
          request,
          new ProblemException(
              ProblemType.UNAVAILABLE, "The database is away.", Map.of("Retry-After", "5")));
    }
    LOG.error("request failed path={}", request.getPath(), e);
    return answer.handle(
        request, new ProblemException(ProblemType.INTERNAL, "The server's log says more."));
  }
}
