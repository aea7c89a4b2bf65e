package io.shedwatch.server.http;

import io.micronaut.core.convert.exceptions.ConversionErrorException;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.response.Error;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.ErrorResponseProcessor;
import io.micronaut.json.JsonSyntaxException;
import io.micronaut.serde.exceptions.SerdeException;
import jakarta.inject.Singleton;
import jakarta.validation.ConstraintViolationException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns every error that the framework finds by itself into a problem: bad JSON, a value that does
 * not fit, no route, wrong method or media type, too large, no login, a broken handler.
 */
@Singleton
final class HttpErrors implements ErrorResponseProcessor<Problem> {
  /** More violations help nobody; the rest is left out. */
  private static final int MAX_VIOLATIONS = 50;

  private static final Map<Integer, ProblemType> BY_STATUS =
      Map.ofEntries(
          Map.entry(400, ProblemType.INVALID),
          Map.entry(401, ProblemType.NOT_LOGGED_IN),
          Map.entry(403, ProblemType.NOT_ALLOWED),
          Map.entry(404, ProblemType.NOT_FOUND),
          Map.entry(405, ProblemType.METHOD_NOT_ALLOWED),
          Map.entry(406, ProblemType.NOT_ACCEPTABLE),
          Map.entry(409, ProblemType.CONFLICT),
          Map.entry(413, ProblemType.TOO_LARGE),
          Map.entry(415, ProblemType.UNSUPPORTED_MEDIA_TYPE),
          Map.entry(429, ProblemType.TOO_MANY_REQUESTS),
          Map.entry(503, ProblemType.UNAVAILABLE));

  @Override
  public MutableHttpResponse<Problem> processResponse(
      ErrorContext context, MutableHttpResponse<?> response) {
    int status = response.code();
    @Nullable Throwable cause = context.getRootCause().orElse(null);
    ProblemType type = type(status, cause);
    Problem problem =
        new Problem(
            type.uri(),
            type.title(),
            status,
            detail(type, context, cause),
            context.getRequest().getPath(),
            violations(cause));
    return response.body(problem).contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
  }

  private static ProblemType type(int status, @Nullable Throwable cause) {
    if (status == 400 && isJsonFault(cause)) {
      return ProblemType.BAD_JSON;
    }
    @Nullable ProblemType known = BY_STATUS.get(status);
    if (known != null) {
      return known;
    }
    return status < 500 ? ProblemType.INVALID : ProblemType.INTERNAL;
  }

  private static boolean isJsonFault(@Nullable Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof JsonSyntaxException || at instanceof SerdeException) {
        return true;
      }
    }
    return false;
  }

  /** What helps the client; the words of a broken handler stay in the log. */
  private static String detail(ProblemType type, ErrorContext context, @Nullable Throwable cause) {
    if (type.status() >= 500) {
      return "The server's log says more.";
    }
    if (type.equals(ProblemType.NOT_FOUND)) {
      return "No " + context.getRequest().getPath() + " here.";
    }
    if (type.equals(ProblemType.NOT_LOGGED_IN) || type.equals(ProblemType.NOT_ALLOWED)) {
      return type.title();
    }
    if (type.equals(ProblemType.BAD_JSON) && !(cause instanceof ConversionErrorException)) {
      return type.title();
    }
    List<Error> errors = context.getErrors();
    return errors.isEmpty() ? type.title() : errors.get(0).getMessage();
  }

  private static List<Problem.Violation> violations(@Nullable Throwable cause) {
    if (!(cause instanceof ConstraintViolationException invalid)) {
      return List.of();
    }
    return invalid.getConstraintViolations().stream()
        .map(
            violation ->
                new Problem.Violation(
                    lastPart(violation.getPropertyPath().toString()), violation.getMessage()))
        .sorted(java.util.Comparator.comparing(Problem.Violation::field))
        .limit(MAX_VIOLATIONS)
        .toList();
  }

  /** The path starts with the method and the parameter's name, which are ours. */
  private static String lastPart(String path) {
    String[] parts = path.split("\\.", 3);
    return parts[parts.length - 1];
  }
}
