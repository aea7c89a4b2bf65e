package io.shedwatch.server.pressure.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What a measure did to some sheds.
 *
 * @param estimate always true
 * @param of what was counted: sessions or turned-away
 * @param date first day of the measure
 * @param from first day looked at
 * @param to first day not looked at
 * @param controls sheds compared with
 * @param change null: {@code missing} says why
 * @param missing too-few-weeks, too-few-controls or too-few-counts
 * @param asLarge how many controls show as large a change by chance, each against the others
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "PressureEffect")
record EffectShape(
    boolean estimate,
    String of,
    List<String> sheds,
    String date,
    String from,
    String to,
    List<String> controls,
    Optional<ChangeShape> change,
    Optional<String> missing,
    int asLarge,
    List<EffectWeekShape> weeks) {

  /**
   * A change in percent against the controls: −20 is a fifth fewer.
   *
   * @param low of the interval that holds the truth 19 times in 20
   * @param high of the same
   * @param found whether that interval is on one side of 0
   */
  @Serdeable
  @Schema(name = "PressureEffectChange")
  record ChangeShape(double percent, double low, double high, boolean found) {}

  /**
   * One week.
   *
   * @param from its first day
   * @param days of it on which every shed was seen; only they count
   */
  @Serdeable
  @Schema(name = "PressureEffectWeek")
  record EffectWeekShape(String from, int days, double sheds, double controls) {}
}
