package io.shedwatch.server.http;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.security.annotation.Secured;

/** {@code /prometheus}: the metrics of all rooms in Prometheus' text format. */
@Controller
final class HttpMetrics {
  private final PrometheusMeterRegistry registry;

  HttpMetrics(PrometheusMeterRegistry registry) {
    this.registry = registry;
  }

  /** Metrics: counts and times, no names of people. */
  @Get("/prometheus")
  @Secured(HttpAccess.EVERYBODY)
  @Produces("text/plain; version=0.0.4; charset=utf-8")
  String scrape() {
    return registry.scrape();
  }
}
