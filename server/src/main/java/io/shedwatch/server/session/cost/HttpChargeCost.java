package io.shedwatch.server.session.cost;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import javax.sql.DataSource;

/** Why not a wire: what a charge costs here, what a fly-line may cost, and what burnt. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "sessions")
class HttpChargeCost {
  private final CostSettings settings;
  private final JdbcTypicalCharge typical;
  private final InstantSource clock;

  HttpChargeCost(DataSource database, Site site, CostSettings settings, InstantSource clock) {
    this.typical = new JdbcTypicalCharge(database, site.site());
    this.settings = settings;
    this.clock = clock;
  }

  /** The price of a usual charge, the fine and the fires, each with its source. */
  @Get("/charge-cost")
  @Secured(HttpAccess.EVERYBODY)
  @Operation(operationId = "chargeCost", summary = "What a charge costs, the fine, the fires.")
  CostShape cost() throws SQLException {
    TypicalCharge charge = typical.at(clock.instant());
    Optional<BigDecimal> price =
        settings
            .tariffYuanPerKilowattHour()
            .map(tariff -> tariff.add(settings.serviceFeeYuanPerKilowattHour()));
    boolean fined = settings.fineToYuan() > 0;
    boolean burnt = settings.fires() > 0;
    return new CostShape(
        Math.round(charge.wattHours()),
        charge.measured(),
        price,
        price.map(charge::yuan),
        settings.tariffSource().map(SourceShape::of),
        fined ? Optional.of(settings.fineFromYuan()) : Optional.empty(),
        fined ? Optional.of(settings.fineToYuan()) : Optional.empty(),
        fined ? Optional.of(SourceShape.of(settings.fineSource())) : Optional.empty(),
        burnt ? Optional.of(settings.fires()) : Optional.empty(),
        burnt ? Optional.of(settings.fireDeaths()) : Optional.empty(),
        burnt ? Optional.of(SourceShape.of(settings.firesSource())) : Optional.empty());
  }

  /**
   * Money as JSON.
   *
   * @param wattHours of a usual charge
   * @param measured whether that is the median of this site's charges; otherwise an assumption
   * @param yuanPerKilowattHour tariff and service fee; null: not set
   * @param yuan of a usual charge; null: no tariff is set
   * @param fineFromYuan null: no fine is set
   * @param fires of e-bikes; null: none are set
   */
  @Serdeable
  record CostShape(
      long wattHours,
      boolean measured,
      Optional<BigDecimal> yuanPerKilowattHour,
      Optional<BigDecimal> yuan,
      Optional<SourceShape> tariffSource,
      Optional<Integer> fineFromYuan,
      Optional<Integer> fineToYuan,
      Optional<SourceShape> fineSource,
      Optional<Integer> fires,
      Optional<Integer> fireDeaths,
      Optional<SourceShape> firesSource) {}

  /** Where a figure is from, in both languages; a source that is set in one stands for both. */
  @Serdeable
  @Schema(name = "CostSource")
  record SourceShape(String zh, String en) {
    private static final String DIVIDER = " / ";

    static SourceShape of(String text) {
      int divider = text.indexOf(DIVIDER);
      return divider < 0
          ? new SourceShape(text, text)
          : new SourceShape(text.substring(0, divider), text.substring(divider + DIVIDER.length()));
    }
  }
}
