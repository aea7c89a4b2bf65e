package io.shedwatch.server.live;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.Expected;
import io.shedwatch.server.forecast.ShedForecast;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/** Turns what lanes told into what an audience may see at a time. Pure. */
final class Shapes {
  private final SiteTime time;

  Shapes(SiteTime time) {
    this.time = time;
  }

  SiteTime time() {
    return time;
  }

  /** The shed with its sockets, judged at {@code now} (epoch milliseconds). */
  ShedShape shed(
      Site.Shed place,
      ShedLive live,
      Optional<Maintenance> maintenance,
      Optional<ShedForecast> expected,
      View view) {
    Judgement judgement = Judgement.of(live, view.now());
    Optional<ShedForecast> forecast = expected.filter(one -> judgement.believed());
    List<SocketShape> sockets = new ArrayList<>(live.sockets().size());
    Map<Usage, Integer> tally = new EnumMap<>(Usage.class);
    for (SocketLive socket : live.sockets()) {
      sockets.add(
          socket(socket, live, judgement, view.audience())
              .expecting(finish(socket, forecast, judgement)));
      tally.merge(judgement.usage(socket), 1, Integer::sum);
    }
    ShedShape.Counts counts = counts(sockets.size(), tally);
    return new ShedShape(
        place.shed().value(),
        new ShedShape.NameShape(place.name().zh(), place.name().en()),
        place.x(),
        place.y(),
        judgement.state().word(),
        time.textUnlessNever(live.heardAt()),
        counts,
        maintenance.filter(one -> one.holds(view.now())).map(one -> maintenance(one, view)),
        forecast.map(one -> forecast(one, counts)),
        Optional.of(sockets),
        Optional.empty());
  }

  private Optional<ShedShape.ExpectedShape> finish(
      SocketLive socket, Optional<ShedForecast> forecast, Judgement judgement) {
    return forecast
        .filter(one -> judgement.usage(socket) == Usage.CHARGING)
        .flatMap(one -> Optional.ofNullable(one.finish().get(socket.reading().socket())))
        .map(this::expected);
  }

  private ShedShape.ForecastShape forecast(ShedForecast forecast, ShedShape.Counts counts) {
    return new ShedShape.ForecastShape(
        forecast.nextFree().filter(one -> counts.free() == 0).map(this::expected),
        time.text(forecast.fullFrom()),
        forecast.fullChance().stream().map(one -> Math.round(one * 100) / 100.0).toList());
  }

  private ShedShape.ExpectedShape expected(Expected one) {
    return new ShedShape.ExpectedShape(
        time.text(one.at()), time.text(one.from()), time.text(one.to()));
  }

  private static ShedShape.Counts counts(int sockets, Map<Usage, Integer> tally) {
    return new ShedShape.Counts(
        sockets,
        tally.getOrDefault(Usage.FREE, 0),
        tally.getOrDefault(Usage.CHARGING, 0),
        tally.getOrDefault(Usage.FINISHED, 0),
        tally.getOrDefault(Usage.TRIPPED, 0)
            + tally.getOrDefault(Usage.FAULTED, 0)
            + tally.getOrDefault(Usage.DISABLED, 0),
        tally.getOrDefault(Usage.UNKNOWN, 0));
  }

  private ShedShape.MaintenanceShape maintenance(Maintenance maintenance, View view) {
    return new ShedShape.MaintenanceShape(
        view.staff() ? Optional.of(maintenance.startedBy()) : Optional.empty(),
        time.text(maintenance.startedAt()),
        time.text(maintenance.until()),
        maintenance.why());
  }

  private SocketShape socket(
      SocketLive socket, ShedLive shed, Judgement judgement, Audience audience) {
    Reading reading = socket.reading();
    boolean staff = audience == Audience.STAFF;
    boolean heard = socket.at() != 0;
    // An unbelieved socket is unknown since its shed was last heard.
    long since = judgement.believed() ? socket.since() : shed.heardAt();
    return new SocketShape(
        reading.socket(),
        judgement.usage(socket).word(),
        time.textUnlessNever(since),
        reading.relay() == RelayPosition.UNTOLD
            ? Optional.empty()
            : Optional.of(reading.relay().word()),
        quantity(reading.volts(), staff),
        quantity(reading.amperes(), staff),
        quantity(reading.watts(), staff),
        quantity(reading.wattHours(), staff),
        quantity(reading.celsius(), staff),
        staff && heard && !judgement.believed()
            ? Optional.of(reading.usage().word())
            : Optional.empty(),
        Optional.empty(),
        time.textUnlessNever(socket.at()));
  }

  private static OptionalDouble quantity(double value, boolean shown) {
    return shown && Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  /** Who looks, and when (epoch milliseconds). */
  record View(Audience audience, long now) {
    boolean staff() {
      return audience == Audience.STAFF;
    }
  }
}
