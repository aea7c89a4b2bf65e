package io.shedwatch.server.http;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code /health}: 200 while every part is up, 503 otherwise; for load balancers and people. */
@Controller
final class HttpHealth {
  private final List<HealthPart> parts;

  HttpHealth(List<HealthPart> parts) {
    this.parts = List.copyOf(parts);
  }

  /** How the server and its parts are. */
  @Get("/health")
  @Secured(HttpAccess.EVERYBODY)
  @ExecuteOn(TaskExecutors.BLOCKING)
  @ApiResponse(responseCode = "200", description = "Every part is up.")
  @ApiResponse(responseCode = "503", description = "The parts that are down say why.")
  HttpResponse<Health> health() {
    Map<String, PartHealth> states = new LinkedHashMap<>();
    boolean up = true;
    for (HealthPart part : parts) {
      HealthPart.State state = part.state();
      up &= state.up();
      states.put(part.name(), new PartHealth(word(state.up()), state.why()));
    }
    HttpStatus status = up ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE;
    return HttpResponse.<Health>status(status).body(new Health(word(up), states));
  }

  private static String word(boolean up) {
    return up ? "up" : "down";
  }

  /**
   * @param status up or down
   */
  @Serdeable
  record Health(String status, Map<String, PartHealth> parts) {}

  /**
   * @param why empty while up
   */
  @Serdeable
  record PartHealth(String status, String why) {}
}
