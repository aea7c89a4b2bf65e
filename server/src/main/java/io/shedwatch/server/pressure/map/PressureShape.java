package io.shedwatch.server.pressure.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * Who was turned away from {@code from} to {@code to}, as estimated.
 *
 * @param estimate always true: nobody counts those who find nothing
 * @param fittedAt when the estimate was made; null before the first night, and then all lists are
 *     empty
 * @param data what it was made of; null before the first night
 * @param total of all groups that are shown
 * @param groups buildings that cannot be told apart, highest first
 * @param buildings highest first
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Pressure")
record PressureShape(
    String from,
    String to,
    boolean estimate,
    Optional<String> fittedAt,
    Optional<DataShape> data,
    EstimateShape total,
    List<GroupShape> groups,
    List<BuildingShape> buildings,
    List<ShedShape> sheds) {

  /** A number and the interval that should hold it nine times out of ten. */
  @Serdeable
  @Schema(name = "Estimate")
  record EstimateShape(double estimate, double low, double high) {
    static EstimateShape of(Estimate one) {
      return new EstimateShape(round(one.estimate()), round(one.low()), round(one.high()));
    }
  }

  /**
   * What an estimate was made of.
   *
   * @param from of the days that were looked at
   * @param to excluded
   * @param sessions measured
   * @param orders of a vendor
   * @param guessedEnds orders whose bike's leaving is guessed
   * @param darkHours in which sheds were not seen, all sheds together
   */
  @Serdeable
  @Schema(name = "PressureData")
  record DataShape(
      String from, String to, int sessions, int orders, int guessedEnds, double darkHours) {
    static DataShape of(Fit fit, SiteTime time) {
      Fit.Made made = fit.data();
      return new DataShape(
          time.text(fit.from()),
          time.text(fit.to()),
          made.sessions(),
          made.orders(),
          made.guessedEnds(),
          round(made.darkHours()));
    }
  }

  /**
   * @param sheds in reach, the nearest first
   * @param tooFew the only shed in reach has so few users that the number is not to be trusted
   */
  @Serdeable
  @Schema(name = "PressureGroup")
  record GroupShape(
      int rank,
      List<String> buildings,
      int households,
      List<String> sheds,
      boolean tooFew,
      EstimateShape turnedAway) {}

  /**
   * One building.
   *
   * @param tooFew as of its group
   */
  @Serdeable
  @Schema(name = "PressureBuilding")
  record BuildingShape(int rank, String building, boolean tooFew, EstimateShape turnedAway) {}

  /**
   * @param arrivals who found a socket there
   * @param fullMinutes in which no socket was free
   * @param turnedAway who would have gone there first
   */
  @Serdeable
  @Schema(name = "PressureShed")
  record ShedShape(String shed, int arrivals, double fullMinutes, EstimateShape turnedAway) {}

  /** To a thousandth: more digits would claim more than is known. */
  static double round(double value) {
    return Math.round(value * 1_000) / 1_000.0;
  }
}
