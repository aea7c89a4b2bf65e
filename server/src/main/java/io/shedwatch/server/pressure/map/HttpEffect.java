package io.shedwatch.server.pressure.map;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.RequestBean;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.shedwatch.server.http.HttpAccess;
import io.shedwatch.server.http.ProblemException;
import io.shedwatch.server.pressure.effect.BeforeAfter;
import io.shedwatch.server.pressure.effect.Counts;
import io.shedwatch.server.pressure.effect.Effect;
import io.shedwatch.server.pressure.map.EffectShape.ChangeShape;
import io.shedwatch.server.pressure.map.EffectShape.EffectWeekShape;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Before and after a measure at some sheds, against sheds that it cannot reach; for staff. */
@Controller("/api/v1/pressure/effect")
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "pressure")
class HttpEffect {
  private static final int USUAL_WEEKS = 8;
  private static final String TURNED_AWAY = "turned-away";

  private static final String EXAMPLE =
      """
      {"estimate":true,"of":"sessions","sheds":["s07"],"date":"2026-10-01","from":"2026-08-06","to":"2026-11-24",
       "controls":["s01","s02","s03","s04","s14","s15"],
       "change":{"percent":-18.3,"low":-26.9,"high":-8.7,"found":true},"missing":null,"asLarge":0,
       "weeks":[{"from":"2026-08-06","days":7,"sheds":101,"controls":612}]}""";

  private final JdbcPressure kept;
  private final Walks walks;
  private final Site site;

  HttpEffect(JdbcPressure kept, Walks walks, Site site) {
    this.kept = kept;
    this.walks = walks;
    this.site = site;
  }

  /** What a measure did. */
  @Get("{?asked*}")
  @Secured(HttpAccess.STAFF)
  @Operation(
      operationId = "pressureEffect",
      summary =
          "What a measure at some sheds changed, against sheds out of its reach: an estimate.")
  @ApiResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = MediaType.APPLICATION_JSON,
              schema = @Schema(implementation = EffectShape.class),
              examples = @ExampleObject(value = EXAMPLE)))
  EffectShape effect(@Valid @RequestBean EffectAsked asked) throws SQLException {
    List<String> treated = sheds(asked.sheds());
    LocalDate date = date(asked.date());
    int weeks = asked.weeks().orElse(USUAL_WEEKS);
    LocalDate first = date.minusWeeks(weeks);
    LocalDate end = kept.newest().map(this::end).orElse(date);
    LocalDate to = end.isBefore(date.plusWeeks(weeks)) ? end : date.plusWeeks(weeks);
    if (!to.isAfter(first)) {
      throw ProblemException.invalid("Nothing is estimated of the days around date yet.");
    }
    int days = (int) ChronoUnit.DAYS.between(first, to);
    String of = asked.of().orElse("sessions");
    EffectCounts counting = new EffectCounts(walks, first, days);
    Map<String, Counts> counts = counts(counting, of, first, to.minusDays(1));
    List<Counts> own = treated.stream().map(shed -> known(counts, shed, days)).toList();
    List<Counts> others =
        site.sheds().stream()
            .map(shed -> shed.shed().value())
            .filter(shed -> treated.stream().noneMatch(one -> counting.touch(one, shed)))
            .filter(shed -> !treated.contains(shed) && counts.containsKey(shed))
            .map(counts::get)
            .toList();
    BeforeAfter.Verdict verdict =
        BeforeAfter.of(own, others, (int) ChronoUnit.DAYS.between(first, date));
    return new EffectShape(
        true,
        of,
        treated,
        date.toString(),
        first.toString(),
        to.toString(),
        verdict.controls(),
        verdict.effect().map(HttpEffect::shape),
        verdict.missing().map(BeforeAfter.Missing::word),
        verdict.asLarge(),
        verdict.weeks().stream()
            .map(
                week ->
                    new EffectWeekShape(
                        date.plusWeeks(week.week()).toString(),
                        week.days(),
                        PressureShape.round(week.treated()),
                        PressureShape.round(week.controls())))
            .toList());
  }

  private Map<String, Counts> counts(
      EffectCounts counting, String of, LocalDate first, LocalDate last) throws SQLException {
    List<ShedDay> rows = kept.sheds(first, last);
    return of.equals(TURNED_AWAY)
        ? counting.turnedAway(rows, kept.groups(first, last))
        : counting.sessions(rows);
  }

  /** Of a shed without any row nothing was seen. */
  private static Counts known(Map<String, Counts> counts, String shed, int days) {
    return Optional.ofNullable(counts.get(shed))
        .orElseGet(() -> new Counts(shed, java.util.Collections.nCopies(days, Double.NaN)));
  }

  private LocalDate end(Fit fit) {
    return fit.to().minusMillis(1).atZone(site.timezone()).toLocalDate().plusDays(1);
  }

  private List<String> sheds(String text) {
    List<String> sheds = Arrays.stream(text.split(",", -1)).map(String::strip).distinct().toList();
    for (String shed : sheds) {
      if (site.shed(shed).isEmpty()) {
        throw ProblemException.invalid("There is no shed " + shed + ".");
      }
    }
    return sheds;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      throw ProblemException.invalid("date is a day such as 2026-10-01, not " + text + ".");
    }
  }

  private static ChangeShape shape(Effect effect) {
    return new ChangeShape(
        percent(effect.change()), percent(effect.low()), percent(effect.high()), effect.found());
  }

  private static double percent(double share) {
    return Math.round(1_000 * share) / 10.0;
  }

  /**
   * What is asked.
   *
   * @param sheds with commas: where the measure was taken
   * @param date its first day
   * @param weeks looked at before and after; left out: 8
   * @param of sessions or turned-away; left out: sessions
   */
  @Introspected
  record EffectAsked(
      @QueryValue @NotBlank @Size(max = 400) String sheds,
      @QueryValue @NotBlank @Size(max = 10) String date,
      @QueryValue Optional<@Min(3) @Max(26) Integer> weeks,
      @QueryValue Optional<@Pattern(regexp = "sessions|turned-away") String> of) {}
}
