package io.shedwatch.server.live;

import io.micronaut.json.JsonMapper;
import io.shedwatch.contract.ShedId;
import io.shedwatch.server.forecast.ForecastScreen;
import io.shedwatch.server.forecast.ShedForecast;
import io.shedwatch.server.forecast.ShedSeen;
import io.shedwatch.server.site.Site;
import io.shedwatch.server.site.SiteTime;
import io.shedwatch.server.wish.WishScreen;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The live room, opened: the board, and the hub that tells the screens. */
public final class Live implements ForecastScreen, WishScreen, AutoCloseable {
  private final Board board;
  private final SseHub hub;
  private final Map<Audience, SharedBoard> shared = new EnumMap<>(Audience.class);

  private Live(Board board, SseHub hub, JsonMapper json, String start) {
    this.board = board;
    this.hub = hub;
    for (Audience audience : Audience.values()) {
      shared.put(audience, new SharedBoard(board, audience, json, start));
    }
  }

  /**
   * Opens the room; lanes may tell from now on.
   *
   * @param stored what the lanes last knew before this start, so that a restarted server shows old
   *     values with their age
   */
  public static Live open(Site site, InstantSource clock, Collection<ShedLive> stored) {
    return open(site, clock, stored, SseRhythm.USUAL);
  }

  static Live open(Site site, InstantSource clock, Collection<ShedLive> stored, SseRhythm rhythm) {
    Board board = new Board(site, new Shapes(new SiteTime(site.timezone())));
    stored.forEach(board::put);
    String start = Long.toString(new SecureRandom().nextLong() >>> 24, 36).toLowerCase(Locale.ROOT);
    JsonMapper json = JsonMapper.createDefault();
    SseHub hub = new SseHub(board, new SseFrames(json), clock, rhythm, start);
    hub.open();
    return new Live(board, hub, json, start);
  }

  /** Who is told after each commit. */
  public LiveFeed feed() {
    return hub;
  }

  /** How many streams are open, for metrics. */
  public int streams() {
    return hub.clients();
  }

  @Override
  public List<ShedSeen> believed(long now) {
    return board.believed(now);
  }

  @Override
  public boolean isOut(ShedId shed, long now) {
    return board.isOut(shed, now);
  }

  @Override
  public void show(Map<ShedId, ShedForecast> forecasts) {
    board.forecasts(forecasts);
  }

  /** What is expected of the sheds, as it was shown last. */
  public Map<ShedId, ShedForecast> forecasts() {
    return board.forecasts();
  }

  Board board() {
    return board;
  }

  SseHub hub() {
    return hub;
  }

  /** All sheds as that audience may see them, as bytes that many share. */
  SharedBoard.Copy copy(Audience audience, long now) {
    return Objects.requireNonNull(shared.get(audience)).copy(now);
  }

  /** Ends all streams in good order; what is told afterwards is not sent. */
  @Override
  public void close() {
    hub.close();
  }
}
