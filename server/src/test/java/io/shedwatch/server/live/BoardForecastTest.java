package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.forecast.Expected;
import io.shedwatch.server.forecast.ShedForecast;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class BoardForecastTest {
  private static final long NOW = Sheds.START;
  private static final Expected SOON = new Expected(NOW + 60_000, NOW, NOW + 120_000);

  private final Board board = Sheds.board(2, 2);

  private ShedShape seen(long now) {
    return board.shape(0, new Shapes.View(Audience.ANYBODY, now));
  }

  private void told(Usage first, Usage second) {
    board.put(Sheds.online("s01", NOW, first, second));
    board.forecasts(
        Map.of(
            new ShedId("s01"),
            new ShedForecast(
                Optional.of(SOON),
                NOW + 3_600_000,
                List.of(0.123, 0.5),
                Map.of(1, SOON, 2, SOON))));
  }

  @Test
  void aForecastIsShownToEverybodyWithItsIntervals() {
    told(Usage.CHARGING, Usage.FINISHED);
    ShedShape.ForecastShape forecast = seen(NOW).forecast().orElseThrow();
    assertThat(forecast.nextFree().orElseThrow().at()).isEqualTo("2026-01-01T08:01:00.000+08:00");
    assertThat(forecast.fullFrom()).isEqualTo("2026-01-01T09:00:00.000+08:00");
    assertThat(forecast.fullChance()).containsExactly(0.12, 0.5);
  }

  @Test
  void onlyASocketThatChargesNowHasAFinish() {
    told(Usage.CHARGING, Usage.FINISHED);
    List<SocketShape> sockets = seen(NOW).sockets().orElseThrow();
    assertThat(sockets.get(0).finish()).isPresent();
    assertThat(sockets.get(1).finish()).isEmpty();
  }

  @Test
  void aSocketThatIsFreeByNowTakesBackTheWaiting() {
    told(Usage.CHARGING, Usage.FREE);
    assertThat(seen(NOW).forecast().orElseThrow().nextFree()).isEmpty();
  }

  @Test
  void nothingIsForetoldOfAShedThatIsNotHeard() {
    told(Usage.CHARGING, Usage.FINISHED);
    ShedShape silent = seen(NOW + Judgement.SILENT_MILLIS);
    assertThat(silent.forecast()).isEmpty();
    assertThat(silent.sockets().orElseThrow())
        .allSatisfy(socket -> assertThat(socket.finish()).isEmpty());
    assertThat(board.believed(NOW + Judgement.SILENT_MILLIS)).isEmpty();
  }

  @Test
  void aNewForecastIsANewVersion() {
    told(Usage.CHARGING, Usage.FINISHED);
    String before = board.version(NOW);
    board.forecasts(Map.of());
    assertThat(board.version(NOW)).isNotEqualTo(before);
  }
}
