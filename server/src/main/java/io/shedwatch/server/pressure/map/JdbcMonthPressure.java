package io.shedwatch.server.pressure.map;

import io.shedwatch.server.export.MonthPressure;
import io.shedwatch.server.export.TurnedAway;
import io.shedwatch.server.pressure.Estimate;
import io.shedwatch.server.site.Site;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A month of the kept estimates, with what {@link MapView} shows and nothing else. */
final class JdbcMonthPressure implements MonthPressure {
  private static final double HOUR_MINUTES = 60;

  private final JdbcPressure kept;
  private final Walks walks;
  private final List<String> sheds;

  JdbcMonthPressure(JdbcPressure kept, Walks walks, Site site) {
    this.kept = kept;
    this.walks = walks;
    this.sheds = site.sheds().stream().map(shed -> shed.shed().value()).toList();
  }

  @Override
  public Optional<TurnedAway> of(YearMonth month) throws SQLException {
    MapView.Window window = new MapView.Window(month.atDay(1), month.atEndOfMonth());
    Optional<Fit> fit = kept.newest();
    List<GroupDay> groups = kept.groups(window.first(), window.last());
    if (fit.isEmpty() || groups.isEmpty()) {
      return Optional.empty();
    }
    List<ShedDay> shedDays = kept.sheds(window.first(), window.last());
    MapView view = new MapView(walks, window, groups, shedDays);
    double variance = fit.get().trust().total();
    return Optional.of(
        new TurnedAway(
            (int) groups.stream().map(GroupDay::day).distinct().count(),
            fit.get().fittedAt(),
            shedDays.stream().mapToDouble(day -> day.darkMinutes().sum(0, Hours.A_DAY)).sum()
                / HOUR_MINUTES,
            range(view.total(variance)),
            view.groups().stream().map(JdbcMonthPressure::group).toList(),
            view.sheds(sheds, variance).stream()
                .sorted(Comparator.comparingDouble(MapView.Shed::fullMinutes).reversed())
                .map(JdbcMonthPressure::shed)
                .toList()));
  }

  private static TurnedAway.Group group(MapView.Ranked one) {
    return new TurnedAway.Group(
        one.group().buildings().stream().map(Site.Building::building).toList(),
        range(one.turnedAway()));
  }

  private static TurnedAway.Shed shed(MapView.Shed one) {
    return new TurnedAway.Shed(
        one.shed(), one.fullMinutes() / HOUR_MINUTES, one.arrivals(), range(one.turnedAway()));
  }

  private static TurnedAway.Range range(Estimate one) {
    return new TurnedAway.Range(
        PressureShape.round(one.estimate()),
        PressureShape.round(one.low()),
        PressureShape.round(one.high()));
  }
}
