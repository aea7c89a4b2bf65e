package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.json.JsonMapper;
import io.shedwatch.contract.Usage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

final class SharedBoardTest {
  private static final long NOW = Sheds.START;

  private final Board board = Sheds.board(2, 2);

  private SharedBoard shared(Audience audience) {
    return new SharedBoard(board, audience, JsonMapper.createDefault(), "start");
  }

  private void told(Usage usage, long at) {
    board.put(Sheds.online("s01", at, usage, usage));
  }

  private static String text(SharedBoard.Copy copy) {
    return new String(copy.plain(), StandardCharsets.UTF_8);
  }

  @Test
  void everybodyWhoAsksWithinAQuarterOfASecondGetsTheSameBytes() {
    SharedBoard shared = shared(Audience.ANYBODY);
    told(Usage.FREE, NOW);
    SharedBoard.Copy first = shared.copy(NOW);
    told(Usage.CHARGING, NOW + 100);
    assertThat(shared.copy(NOW + 100).zipped()).isSameAs(first.zipped());
    SharedBoard.Copy later = shared.copy(NOW + SharedBoard.ANYBODY_MILLIS + 1);
    assertThat(later.tag()).isNotEqualTo(first.tag());
    assertThat(text(first)).contains("\"free\":2");
    assertThat(text(later)).contains("\"charging\":2");
  }

  @Test
  void theServersTimeInItIsNeverOlderThanThatThoughNothingChanges() {
    SharedBoard shared = shared(Audience.ANYBODY);
    told(Usage.FREE, NOW);
    SharedBoard.Copy first = shared.copy(NOW);
    SharedBoard.Copy later = shared.copy(NOW + 1_000);
    assertThat(later.tag()).isEqualTo(first.tag());
    assertThat(text(later)).startsWith("{\"at\":\"2026-01-01T08:00:01.000+08:00\"");
    assertThat(text(shared.copy(NOW - 1_000))) // The clock was set back.
        .startsWith("{\"at\":\"2026-01-01T07:59:59.000+08:00\"");
  }

  @Test
  void staffReadWhatHasJustChangedAndTheirTagIsTheirOwn() {
    SharedBoard staff = shared(Audience.STAFF);
    told(Usage.FREE, NOW);
    assertThat(staff.copy(NOW).tag()).isNotEqualTo(shared(Audience.ANYBODY).copy(NOW).tag());
    told(Usage.CHARGING, NOW + 1);
    assertThat(text(staff.copy(NOW + 1))).contains("\"charging\":2");
  }

  @Test
  void zippedItIsTheSame() throws IOException {
    told(Usage.FREE, NOW);
    SharedBoard.Copy copy = shared(Audience.ANYBODY).copy(NOW);
    try (GZIPInputStream zip = new GZIPInputStream(new ByteArrayInputStream(copy.zipped()))) {
      assertThat(zip.readAllBytes()).isEqualTo(copy.plain());
    }
  }
}
