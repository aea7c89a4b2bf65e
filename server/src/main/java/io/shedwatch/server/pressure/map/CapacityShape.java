package io.shedwatch.server.pressure.map;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.pressure.map.PressureShape.DataShape;
import io.shedwatch.server.pressure.map.PressureShape.EstimateShape;
import io.shedwatch.server.site.Site;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * What more sockets, or bikes moved when full, would be worth.
 *
 * @param estimate always true
 * @param fittedAt null: there is no estimate of pressure yet, and all numbers are 0
 * @param turnedAwayADay as it is, in the evenings that are played
 * @param plan where to put the sockets asked for; fewer where limits or worth end first
 * @param fewerADay turned away with the plan
 * @param movedWithinMinutes of full
 * @param fewerADayIfMoved turned away without a new socket, were bikes moved by then
 * @param says the same in a sentence each; empty before the first estimate
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Capacity")
record CapacityShape(
    boolean estimate,
    Optional<String> fittedAt,
    Optional<DataShape> data,
    EstimateShape turnedAwayADay,
    List<AddedShape> plan,
    EstimateShape fewerADay,
    int movedWithinMinutes,
    EstimateShape fewerADayIfMoved,
    List<SentenceShape> says) {

  /** One sentence in both languages. */
  @Serdeable
  @Schema(name = "CapacitySentence")
  record SentenceShape(String zh, String en) {
    static SentenceShape of(Site.Name words) {
      return new SentenceShape(words.zh(), words.en());
    }
  }

  /**
   * Sockets to add to one shed.
   *
   * @param most that its supply and the limit of 20 bikes together allow
   */
  @Serdeable
  @Schema(name = "CapacityAdded")
  record AddedShape(String shed, int sockets, int added, int most) {}
}
