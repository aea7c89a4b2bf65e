package io.shedwatch.server.command;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Put;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.authentication.Authentication;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.contract.Limits;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.http.ProblemType;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Protection and usage limits of sheds. */
@Controller("/api/v1/sheds/{shed}/limits")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "limits")
class HttpLimits {
  private static final Logger LOG = LoggerFactory.getLogger(HttpLimits.class);

  private final JdbcLimits limits;
  private final Site site;
  private final SiteTime time;
  private final InstantSource clock;

  HttpLimits(JdbcLimits limits, Site site, InstantSource clock) {
    this.limits = limits;
    this.site = site;
    this.time = new SiteTime(site.timezone());
    this.clock = clock;
  }

  /** What is in force; version 0 where nobody changed anything. */
  @Get
  @Secured(HttpAccess.STAFF)
  @Operation(operationId = "limits", summary = "The limits in force in a shed.")
  LimitsShape limits(String shed) throws SQLException {
    Site.Shed place = place(shed);
    return shape(limits.current(place.shed()));
  }

  /**
   * Puts other limits in force as the next version, and sends them to the shed. What is left out
   * stays. A version that is not the one in force is refused: somebody else was faster.
   */
  @Put
  @Secured(HttpAccess.OFFICER)
  @Operation(operationId = "changeLimits", summary = "Puts other limits in force.")
  LimitsShape change(String shed, @Body @Valid LimitsChange change, Authentication who)
      throws SQLException {
    Site.Shed place = place(shed);
    Limits before = limits.current(place.shed());
    if (change.version().isPresent() && change.version().get() != before.version()) {
      throw overtaken(before.version());
    }
    Limits wanted = change.over(before);
    LimitBounds.fault(wanted, place)
        .ifPresent(
            fault -> {
              throw ProblemException.invalid(fault);
            });
    Limits now =
        limits
            .change(place.shed(), wanted, who.getName(), change.why().strip(), clock.millis())
            .orElseThrow(() -> overtaken(before.version() + 1));
    LOG.info("limits changed shed={} version={} by={}", shed, now.version(), who.getName());
    return shape(now);
  }

  private static ProblemException overtaken(int version) {
    return new ProblemException(ProblemType.CONFLICT, "Version " + version + " is in force.");
  }

  private Site.Shed place(String shed) {
    return site.sheds().stream()
        .filter(place -> place.shed().value().equals(shed))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("There is no shed " + shed + "."));
  }

  private LimitsShape shape(Limits now) {
    return new LimitsShape(
        now.version(),
        time.textUnlessNever(now.at()),
        now.maxAmperes(),
        now.timeMultiplier(),
        now.maxWatts(),
        now.shedMaxWatts(),
        now.fullWatts(),
        now.fullHoldSeconds(),
        now.removedWatts(),
        now.removedHoldSeconds(),
        now.maxSessionSeconds(),
        now.maxCelsius());
  }

  /**
   * Limits in JSON; units and meanings as in the contract's limits message.
   *
   * @param at when they were put in force; null for the defaults
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Limits")
  record LimitsShape(
      int version,
      Optional<String> at,
      double maxAmperes,
      double timeMultiplier,
      double maxWatts,
      double shedMaxWatts,
      double fullWatts,
      int fullHoldSeconds,
      double removedWatts,
      int removedHoldSeconds,
      int maxSessionSeconds,
      double maxCelsius) {}

  /**
   * A change; what is absent stays.
   *
   * @param version the one that this change was made from; absent: whatever is in force
   * @param why the reason, kept with the version
   */
  @Serdeable
  record LimitsChange(
      Optional<Integer> version,
      @NotBlank @Size(max = 500) String why,
      Optional<Double> maxAmperes,
      Optional<Double> timeMultiplier,
      Optional<Double> maxWatts,
      Optional<Double> shedMaxWatts,
      Optional<Double> fullWatts,
      Optional<Integer> fullHoldSeconds,
      Optional<Double> removedWatts,
      Optional<Integer> removedHoldSeconds,
      Optional<Integer> maxSessionSeconds,
      Optional<Double> maxCelsius) {
    Limits over(Limits before) {
      return new Limits(
          before.version(),
          before.at(),
          maxAmperes.orElse(before.maxAmperes()),
          timeMultiplier.orElse(before.timeMultiplier()),
          maxWatts.orElse(before.maxWatts()),
          shedMaxWatts.orElse(before.shedMaxWatts()),
          fullWatts.orElse(before.fullWatts()),
          fullHoldSeconds.orElse(before.fullHoldSeconds()),
          removedWatts.orElse(before.removedWatts()),
          removedHoldSeconds.orElse(before.removedHoldSeconds()),
          maxSessionSeconds.orElse(before.maxSessionSeconds()),
          maxCelsius.orElse(before.maxCelsius()));
    }
  }
}
