package io.shedwatch.server.pressure.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The mean week of the days from {@code from} to {@code to}, by hour: 168 numbers a list, the first
 * is Monday 00:00 to 01:00 at the place.
 *
 * @param estimate always true
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PressureWeek")
record PressureWeekShape(
    String from,
    String to,
    boolean estimate,
    Optional<String> fittedAt,
    Optional<PressureShape.DataShape> data,
    List<GroupWeekShape> groups,
    List<ShedWeekShape> sheds) {
  /** The first three of the 168 hours of each list. */
  static final String EXAMPLE =
      """
      {"from":"2026-09-29T00:00:00.000+08:00","to":"2026-11-24T00:00:00.000+08:00","estimate":true,
       "fittedAt":"2026-11-24T03:30:00.412+08:00",
       "data":{"from":"2026-09-29T00:00:00.000+08:00","to":"2026-11-24T00:00:00.000+08:00",
               "sessions":13214,"orders":0,"guessedEnds":0,"darkHours":61.5},
       "groups":[{"buildings":["b21","b28"],"households":34,"turnedAway":[0.12,0.05,0.01],
                  "low":[0.06,0.02,0.0],"high":[0.21,0.11,0.04]}],
       "sheds":[{"shed":"s07","fullShare":[0.41,0.22,null],"turnedAway":[0.31,0.14,0.02]}]}""";

  /**
   * @param turnedAway expected bikes in that hour of a week
   * @param low of the interval that should hold it nine times out of ten
   * @param high of the same
   */
  @Serdeable
  @Schema(name = "PressureGroupWeek")
  record GroupWeekShape(
      List<String> buildings,
      int households,
      List<Double> turnedAway,
      List<Double> low,
      List<Double> high) {}

  /**
   * @param fullShare of the seen time in which no socket was free, 0 to 1; null: never seen
   * @param turnedAway who would have gone there first, bikes in that hour of a week
   */
  @Serdeable
  @Schema(name = "PressureShedWeek")
  record ShedWeekShape(String shed, List<@Nullable Double> fullShare, List<Double> turnedAway) {}
}
