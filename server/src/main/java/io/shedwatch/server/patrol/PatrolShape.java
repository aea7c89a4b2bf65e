package io.shedwatch.server.patrol;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Optional;

/**
 * A planned walk.
 *
 * @param minutes walking and looking
 * @param stops in the order of the walk
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "Patrol")
record PatrolShape(
    String patrol, String startsAt, double minutes, String plannedBy, List<StopShape> stops) {
  static final String EXAMPLE =
      """
      {"patrol":"5f0c2b1e-7d0a-4a55-9c39-0d2f0c6f7a11","startsAt":"2026-11-24T22:00:00.000+08:00",
       "minutes":58.4,"plannedBy":"staff-1",
       "stops":[{"building":"b21","expected":0.52,
                 "reason":{"zh":"17:00–22:00 约 2.6 人扑空（估计）",
                           "en":"about 2.6 turned away 17:00–22:00 (estimate)"},
                 "wires":1,"cleared":true,"foundAt":"2026-11-24T22:09:00.000+08:00",
                 "foundBy":"staff-1",
                 "photos":["9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"]},
                {"building":"b27","expected":0.41,
                 "reason":{"zh":"17:00–22:00 约 2.1 人扑空（估计）",
                           "en":"about 2.1 turned away 17:00–22:00 (estimate)"},
                 "wires":null,"cleared":null,"foundAt":null,"foundBy":null,"photos":[]}]}""";

  static PatrolShape of(Patrol patrol, SiteTime time) {
    return new PatrolShape(
        patrol.patrol(),
        time.text(patrol.startsAt()),
        round(patrol.minutes()),
        patrol.plannedBy(),
        patrol.stops().stream().map(stop -> StopShape.of(stop, time)).toList());
  }

  /** Reason in both languages. */
  @Serdeable
  @Schema(name = "PatrolReason")
  record ReasonShape(String zh, String en) {
    static ReasonShape of(Site.Name reason) {
      return new ReasonShape(reason.zh(), reason.en());
    }
  }

  /**
   * @param expected wires, an estimate
   * @param wires that were found; null: nobody has been there
   * @param cleared whether they were taken down on the spot
   * @param photos taken there, the oldest first: {@code GET …/photos/{photo}}
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "PatrolStop")
  record StopShape(
      String building,
      double expected,
      ReasonShape reason,
      Optional<Integer> wires,
      Optional<Boolean> cleared,
      Optional<String> foundAt,
      Optional<String> foundBy,
      List<String> photos) {
    static StopShape of(Patrol.Stop stop, SiteTime time) {
      return new StopShape(
          stop.building(),
          round(stop.expected()),
          ReasonShape.of(stop.reason()),
          stop.finding().map(Patrol.Finding::wires),
          stop.finding().map(Patrol.Finding::cleared),
          stop.finding().map(one -> time.text(one.at())),
          stop.finding().map(Patrol.Finding::by),
          stop.photos());
    }
  }

  /**
   * A building and the hour in which most is expected there tonight.
   *
   * @param from begin of the best hour
   * @param wires that one visit then is expected to find, an estimate with its interval
   */
  @Serdeable
  @Schema(name = "PatrolCandidate")
  record CandidateShape(
      int rank, String building, String from, String to, WiresShape wires, ReasonShape reason) {}

  /** An estimate and the interval that should hold it nine times out of ten. */
  @Serdeable
  @Schema(name = "PatrolWires")
  record WiresShape(double estimate, double low, double high) {
    static WiresShape of(Estimate one) {
      return new WiresShape(round(one.estimate()), round(one.low()), round(one.high()));
    }
  }

  /** On which estimate of pressure the ranking stands. */
  @Serdeable
  @Schema(name = "PatrolBasis")
  record BasisShape(String fittedAt, String from, String to, int sessions, int orders) {}

  /**
   * Tonight's ranking and the newest patrols.
   *
   * @param estimate always true: of the ranking
   * @param basis null: there is no estimate of pressure yet, and no ranking
   * @param candidates buildings by the wires expected there in their best hour of this evening
   * @param items patrols, the newest first
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  @Schema(name = "Patrols")
  record PatrolsShape(
      String at,
      boolean estimate,
      Optional<BasisShape> basis,
      List<CandidateShape> candidates,
      List<PatrolShape> items) {}

  /** To a hundredth. */
  static double round(double value) {
    return Math.round(value * 100) / 100.0;
  }
}
