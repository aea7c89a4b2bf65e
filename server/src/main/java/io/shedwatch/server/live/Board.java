package io.shedwatch.server.live;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.ShedForecast;
import io.shedwatch.server.forecast.ShedSeen;
import io.shedwatch.server.forecast.SocketSeen;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;

/**
 * The newest of each shed, for screens: lanes put it in, anybody looks, nobody waits. One writer a
 * shed (its lane); a shed is replaced as a whole, so what is seen of it is always of one moment.
 *
 * <p>Age is judged when somebody looks: {@code now} is an argument.
 */
final class Board {
  private final List<Site.Shed> places;
  private final Map<String, Integer> byName = new HashMap<>();
  private final AtomicReferenceArray<ShedLive> latest;
  private final AtomicLong version = new AtomicLong();
  private final Shapes shapes;
  private volatile Map<ShedId, Maintenance> maintenance = Map.of();
  private volatile Map<ShedId, ShedForecast> forecasts = Map.of();

  Board(Site site, Shapes shapes) {
    this.places = site.sheds();
    this.latest = new AtomicReferenceArray<>(places.size());
    this.shapes = shapes;
    for (int i = 0; i < places.size(); i++) {
      byName.put(places.get(i).shed().value(), i);
      latest.set(i, neverHeard(places.get(i)));
    }
  }

  private static ShedLive neverHeard(Site.Shed place) {
    List<SocketLive> sockets =
        IntStream.rangeClosed(1, place.sockets())
            .mapToObj(socket -> new SocketLive(unread(socket), 0, 0))
            .toList();
    return new ShedLive(place.shed(), Optional.empty(), 0, sockets);
  }

  private static Reading unread(int socket) {
    return new Reading(
        socket,
        Usage.UNKNOWN,
        RelayPosition.UNTOLD,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN,
        Double.NaN);
  }

  /**
   * Replaces a shed by its newest; gives its index. Empty for a shed that the site file does not
   * have (any more): intake rejects its messages, a stored one may remain after a change.
   */
  Optional<Integer> put(ShedLive shed) {
    Optional<Integer> at = indexOf(shed.shed());
    at.ifPresent(
        i -> {
          latest.set(i, shed);
          version.incrementAndGet();
        });
    return at;
  }

  /** Replaces the planned outages; one that is over is not shown. */
  void maintenance(Collection<Maintenance> planned) {
    Map<ShedId, Maintenance> byShed = new HashMap<>();
    planned.forEach(one -> byShed.put(one.shed(), one));
    maintenance = Map.copyOf(byShed);
    version.incrementAndGet();
  }

  /** Replaces all forecasts. */
  void forecasts(Map<ShedId, ShedForecast> expected) {
    forecasts = Map.copyOf(expected);
    version.incrementAndGet();
  }

  /** The newest of each shed that has one. */
  Map<ShedId, ShedForecast> forecasts() {
    return forecasts;
  }

  /** The sheds that are believed at {@code now}, as forecasts need them. */
  List<ShedSeen> believed(long now) {
    List<ShedSeen> believed = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      ShedLive live = latest.get(i);
      if (Judgement.of(live, now).believed()) {
        believed.add(
            new ShedSeen(i, live.shed(), live.sockets().stream().map(Board::seen).toList()));
      }
    }
    return believed;
  }

  /** Whether a planned outage of the shed lasts. */
  boolean isOut(ShedId shed, long now) {
    return Optional.ofNullable(maintenance.get(shed)).filter(one -> one.holds(now)).isPresent();
  }

  private static SocketSeen seen(SocketLive socket) {
    Reading reading = socket.reading();
    return new SocketSeen(
        reading.socket(), reading.usage(), socket.at(), reading.watts(), socket.since());
  }

  int size() {
    return places.size();
  }

  /** The place of a shed in the site file; empty for an unknown shed. */
  Optional<Integer> indexOf(ShedId shed) {
    return indexOf(shed.value());
  }

  /** The same by its name, which may be anything. */
  Optional<Integer> indexOf(String shed) {
    return Optional.ofNullable(byName.get(shed));
  }

  SiteTime time() {
    return shapes.time();
  }

  private Optional<Maintenance> maintenance(int shed) {
    return Optional.ofNullable(maintenance.get(places.get(shed).shed()));
  }

  private ShedShape shed(int shed, Shapes.View view) {
    Site.Shed place = places.get(shed);
    Optional<ShedForecast> forecast = Optional.ofNullable(forecasts.get(place.shed()));
    return shapes.shed(place, latest.get(shed), maintenance(shed), forecast, view);
  }

  /** One shed with its sockets. */
  ShedShape shape(int shed, Shapes.View view) {
    return shed(shed, view).at(shapes.time().text(view.now()));
  }

  /** All sheds with their sockets, in the order of the site file. */
  BoardShape shape(Shapes.View view) {
    List<ShedShape> sheds = new ArrayList<>(places.size());
    for (int i = 0; i < places.size(); i++) {
      sheds.add(shed(i, view));
    }
    return new BoardShape(shapes.time().text(view.now()), sheds);
  }

  /**
   * What people count of a shed at {@code now}, as a text to compare: its state, each socket's
   * usage and relay, its planned outage.
   */
  String shown(int shed, long now) {
    ShedLive live = latest.get(shed);
    Judgement judgement = Judgement.of(live, now);
    StringBuilder text = new StringBuilder(20 * live.sockets().size() + 40);
    text.append(judgement.state());
    for (SocketLive socket : live.sockets()) {
      text.append(' ').append(judgement.usage(socket)).append(socket.reading().relay());
    }
    maintenance(shed)
        .filter(one -> one.holds(now))
        .ifPresent(one -> text.append(' ').append(one.until()));
    return text.toString();
  }

  /**
   * Changes whenever anything that an audience sees at {@code now} may have changed, also by time
   * alone; counts from 0 at each start of the server.
   */
  String version(long now) {
    long counted = version.get();
    StringBuilder byTime = new StringBuilder(8 * places.size());
    for (int i = 0; i < places.size(); i++) {
      byTime.append(Judgement.of(latest.get(i), now).state());
      maintenance(i).filter(one -> one.holds(now)).ifPresent(one -> byTime.append('m'));
    }
    return counted + "-" + Integer.toHexString(byTime.toString().hashCode());
  }
}
