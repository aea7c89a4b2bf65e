package io.shedwatch.server.export;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.shedwatch.server.site.SiteTime;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A month in JSON; durations are ISO 8601, shares 0 to 1.
 *
 * @param pressure null: nothing of the month is estimated
 */
@Serdeable
@JsonInclude(JsonInclude.Include.ALWAYS)
@Schema(name = "MonthlyReport")
record MonthlyShape(
    String month,
    String from,
    String to,
    int incidents,
    List<CountShape> kinds,
    List<CountShape> sheds,
    List<CountShape> severities,
    int stillOpen,
    int overdue,
    TimesShape acknowledge,
    TimesShape close,
    long sessions,
    double wattHours,
    AlertsShape alerts,
    FlyLinesShape flyLines,
    Optional<TurnedAwayShape> pressure) {
  /** A word and how often. */
  @Serdeable
  record CountShape(String name, int count) {}

  /** How long something took: the median, and what nine of ten did not pass. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  record TimesShape(int count, Optional<String> median, Optional<String> ninth) {}

  /** What alerts are about, and how many. */
  @Serdeable
  record SubjectShape(String kind, String shed, int socket, int count) {}

  /** How good the alerts were (ISA-18.2). */
  @Serdeable
  record AlertsShape(
      int alerts,
      double perDay,
      int peakTenMinutes,
      double floodShare,
      int standing,
      double topShare,
      List<SubjectShape> chattering,
      List<SubjectShape> top,
      List<CountShape> severities) {}

  /** Fly-lines that residents reported, and what patrols found. */
  @Serdeable
  record FlyLinesShape(int reported, int visits, int found, int cleared) {}

  /** An estimate and the interval that should hold it nine times out of ten. */
  @Serdeable
  @Schema(name = "MonthlyEstimate")
  record RangeShape(double estimate, double low, double high) {
    static RangeShape of(TurnedAway.Range range) {
      return new RangeShape(range.estimate(), range.low(), range.high());
    }
  }

  /** Buildings that cannot be told apart; none under ten households. */
  @Serdeable
  record GroupShape(List<String> buildings, RangeShape turnedAway) {}

  /** A shed, with the hours in which no socket was free. */
  @Serdeable
  record FullShedShape(String shed, double fullHours, int arrivals, RangeShape turnedAway) {}

  /**
   * Who was turned away.
   *
   * @param estimate always true
   * @param days of the month that are estimated
   * @param darkHours in which sheds were not seen, all sheds together
   */
  @Serdeable
  @Schema(name = "MonthlyPressure")
  record TurnedAwayShape(
      boolean estimate,
      int days,
      String fittedAt,
      double darkHours,
      RangeShape total,
      List<GroupShape> groups,
      List<FullShedShape> sheds) {
    static TurnedAwayShape of(TurnedAway one, SiteTime time) {
      return new TurnedAwayShape(
          true,
          one.days(),
          time.text(one.fittedAt()),
          one.darkHours(),
          RangeShape.of(one.total()),
          one.groups().stream()
              .map(group -> new GroupShape(group.buildings(), RangeShape.of(group.turnedAway())))
              .toList(),
          one.sheds().stream()
              .map(
                  shed ->
                      new FullShedShape(
                          shed.shed(),
                          shed.fullHours(),
                          shed.arrivals(),
                          RangeShape.of(shed.turnedAway())))
              .toList());
    }
  }

  static MonthlyShape of(Monthly month, SiteTime time) {
    AlarmFigures.Result alerts = month.alerts();
    return new MonthlyShape(
        month.month(),
        time.text(month.from()),
        time.text(month.to()),
        month.incidents(),
        counts(month.kinds()),
        counts(month.sheds()),
        counts(month.severities()),
        month.stillOpen(),
        month.overdue(),
        times(month.acknowledge()),
        times(month.close()),
        month.sessions(),
        month.wattHours(),
        new AlertsShape(
            alerts.alerts(),
            alerts.perDay(),
            alerts.peak(),
            alerts.floodShare(),
            alerts.standing(),
            alerts.topShare(),
            subjects(alerts.chattering()),
            subjects(alerts.top()),
            counts(alerts.severities())),
        new FlyLinesShape(
            month.flyLines().reported(),
            month.flyLines().visits(),
            month.flyLines().found(),
            month.flyLines().cleared()),
        month.pressure().map(one -> TurnedAwayShape.of(one, time)));
  }

  /** The most frequent first. */
  static List<CountShape> counts(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .sorted(
            Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .map(entry -> new CountShape(entry.getKey(), entry.getValue()))
        .collect(Collectors.toList());
  }

  private static TimesShape times(Monthly.Times times) {
    return new TimesShape(
        times.count(),
        times.median().map(Duration::toString),
        times.ninth().map(Duration::toString));
  }

  private static List<SubjectShape> subjects(List<AlarmFigures.Count> counts) {
    return counts.stream()
        .map(
            one ->
                new SubjectShape(
                    one.subject().kind(),
                    one.subject().shed(),
                    one.subject().socket(),
                    one.count()))
        .toList();
  }
}
