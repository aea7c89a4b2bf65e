package io.shedwatch.server.live;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A shed in JSON, the same in REST and in server-sent events.
 *
 * @param x metres to the east on the site's plan
 * @param y metres to the north
 * @param heardAt server's time of the last live message; null: never
 * @param maintenance present while a planned outage lasts
 * @param forecast absent while nothing is expected: a shed that is not heard, a server that has
 *     just started
 * @param sockets in the order of their numbers; absent in the list of sheds
 * @param at the server's time, from which ages are computed; absent inside a board, which has its
 *     own
 */
@Serdeable
@Schema(name = "Shed")
record ShedShape(
    String shed,
    NameShape name,
    double x,
    double y,
    String state,
    @JsonInclude(JsonInclude.Include.ALWAYS) Optional<String> heardAt,
    Counts counts,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<MaintenanceShape> maintenance,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ForecastShape> forecast,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<List<SocketShape>> sockets,
    @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> at) {

  /** A name in Chinese and in English. */
  @Serdeable
  @Schema(name = "Name")
  record NameShape(String zh, String en) {}

  /** Sockets by usage; {@code unusable} is tripped, faulted and disabled together. */
  @Serdeable
  @Schema(name = "SocketCounts")
  record Counts(int sockets, int free, int charging, int finished, int unusable, int unknown) {}

  /** {@code startedBy} is shown to staff only. */
  @Serdeable
  @Schema(name = "Maintenance")
  record MaintenanceShape(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> startedBy,
      String startedAt,
      String until,
      String why) {}

  /** A time to come with the interval that holds it four times in five. */
  @Serdeable
  @Schema(name = "Expected")
  record ExpectedShape(String at, String from, String to) {}

  /**
   * What is expected of a shed.
   *
   * @param nextFree when somebody leaves; only while no socket is free
   * @param fullFrom the first full hour to come
   * @param fullChance chance (0 to 1) of having no free socket at that hour and each one after it;
   *     empty without enough history
   */
  @Serdeable
  @Schema(name = "Forecast")
  record ForecastShape(
      @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<ExpectedShape> nextFree,
      String fullFrom,
      @JsonInclude(JsonInclude.Include.ALWAYS) List<Double> fullChance) {}

  ShedShape withoutSockets() {
    return with(Optional.empty(), at);
  }

  ShedShape at(String now) {
    return with(sockets, Optional.of(now));
  }

  private ShedShape with(Optional<List<SocketShape>> otherSockets, Optional<String> otherAt) {
    return new ShedShape(
        shed, name, x, y, state, heardAt, counts, maintenance, forecast, otherSockets, otherAt);
  }
}
