package io.shedwatch.server.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import java.util.List;

/** Answers a {@link ProblemException}. */
@Singleton
final class HttpProblemAnswer
    implements ExceptionHandler<ProblemException, MutableHttpResponse<Problem>> {
  @Override
  @SuppressWarnings("rawtypes") // The framework's interface takes the raw request.
  public MutableHttpResponse<Problem> handle(HttpRequest request, ProblemException e) {
    ProblemType type = e.type();
    Problem problem =
        new Problem(
            type.uri(), type.title(), type.status(), e.detail(), request.getPath(), List.of());
    MutableHttpResponse<Problem> response =
        HttpResponse.<Problem>status(HttpStatus.valueOf(type.status()))
            .body(problem)
            .contentType(MediaType.APPLICATION_JSON_PROBLEM_TYPE);
    e.headers().forEach(response::header);
    return response;
  }
}
