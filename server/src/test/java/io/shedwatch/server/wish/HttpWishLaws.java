package io.shedwatch.server.wish;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Reading;
import io.shedwatch.contract.RelayPosition;
import io.shedwatch.contract.ShedId;
import io.shedwatch.contract.ShedState;
import io.shedwatch.contract.Usage;
import io.shedwatch.server.live.Live;
import io.shedwatch.server.live.ShedLive;
import io.shedwatch.server.live.SocketLive;
import io.shedwatch.server.web.Room;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Wishes from a phone to a real database and back, told by the token alone. */
abstract class HttpWishLaws {
  private static final String FREE = "/api/v1/wishes/free";
  private static final String CHARGE = "/api/v1/wishes/charge";
  private static final int SOCKETS = 11;

  private final Map<String, String> environment = new HashMap<>();
  private Room room;

  /** The database, as settings. */
  abstract Map<String, String> database() throws IOException;

  @BeforeEach
  void start() throws IOException {
    environment.putAll(database());
    environment.put("SHEDWATCH_DATA", Files.createTempDirectory("shedwatch-wish").toString());
    environment.put("SHEDWATCH_WISH_QUIET_FROM_HOUR", "0");
    environment.put("SHEDWATCH_WISH_QUIET_TO_HOUR", "0");
    environment.put("SHEDWATCH_WISH_MOVE_MINUTES", "0");
    room = Room.start(environment);
    tell("s07", Usage.CHARGING);
  }

  @AfterEach
  void stop() {
    room.close();
  }

  /** The shed's first socket is used so; all others charge. */
  private void tell(String shed, Usage first) {
    long now = room.part(InstantSource.class).millis();
    room.part(Live.class)
        .feed()
        .shed(
            new ShedLive(
                new ShedId(shed),
                Optional.of(ShedState.ONLINE),
                now,
                IntStream.rangeClosed(1, SOCKETS)
                    .mapToObj(
                        socket ->
                            new SocketLive(
                                reading(socket, socket == 1 ? first : Usage.CHARGING), now, now))
                    .toList()));
  }

  private static Reading reading(int socket, Usage usage) {
    return new Reading(socket, usage, RelayPosition.CLOSED, 221, 0.8, 176, 15_234, Double.NaN);
  }

  private String asks(String path, String where) {
    HttpResponse<String> answer = room.anybody().post(path, where);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Matcher token = Pattern.compile("\"wish\":\"([0-9a-f]{32})\"").matcher(answer.body());
    assertThat(token.find()).as(answer.body()).isTrue();
    return token.group(1);
  }

  private String read(String path, String token) {
    return room.anybody().get(path + "/" + token).body();
  }

  private void awaits(String path, String token, String... words) {
    Await.until(
        String.join(" ", words),
        () -> {
          String seen = read(path, token);
          return Arrays.stream(words).allMatch(seen::contains);
        });
  }

  @Test
  void whoAskedFirstIsToldOfTheFreedSocketAndTheNextWhenTheFirstGivesItUp() {
    String first = asks(FREE, "{\"sheds\":[\"s07\"]}");
    awaits(FREE, first, "\"stage\":\"waiting\"", "\"place\":1");
    String second = asks(FREE, "{\"sheds\":[\"s07\",\"s08\"]}");
    awaits(FREE, second, "\"stage\":\"waiting\"", "\"place\":2");

    tell("s07", Usage.FREE);

    awaits(FREE, first, "\"stage\":\"offered\"", "\"shed\":\"s07\",\"socket\":1");
    awaits(FREE, second, "\"stage\":\"waiting\"", "\"place\":1");
    assertThat(room.anybody().delete(FREE + "/" + first).statusCode()).isEqualTo(204);
    awaits(FREE, second, "\"stage\":\"offered\"", "\"shed\":\"s07\",\"socket\":1");
    assertThat(room.anybody().get(FREE + "/" + first).statusCode()).isEqualTo(404);

    tell("s07", Usage.CHARGING);
    awaits(FREE, second, "\"stage\":\"taken\"");
  }

  @Test
  void aWishWaitsThroughARestart() throws IOException {
    String token = asks(FREE, "{\"building\":\"b07\"}");
    String shed = read(FREE, token).replaceAll("(?s).*\"sheds\":\\[\"(s\\d\\d)\".*", "$1");
    room.close();
    room = Room.start(environment);
    assertThat(read(FREE, token)).contains("\"stage\":\"waiting\"");
    tell(shed, Usage.FREE);
    awaits(FREE, token, "\"stage\":\"offered\"", "\"shed\":\"" + shed + "\",\"socket\":1");
  }

  @Test
  void aChargeIsToldToBeFullAndOnceMoreWhenAnotherWaits() {
    String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
    assertThat(read(CHARGE, token)).contains("\"stage\":\"waiting\"", "\"fromHour\":0");
    tell("s07", Usage.FINISHED);
    awaits(CHARGE, token, "\"stage\":\"done\"");
    String other = asks(FREE, "{\"sheds\":[\"s07\"]}");
    awaits(CHARGE, token, "\"stage\":\"move\"");
    tell("s07", Usage.FREE);
    awaits(CHARGE, token, "\"stage\":\"moved\"");
    awaits(FREE, other, "\"stage\":\"offered\"");
  }

  @Test
  void aChargeThatTripsIsToldToHaveStopped() {
    String token = asks(CHARGE, "{\"shed\":\"s07\",\"socket\":1}");
    tell("s07", Usage.TRIPPED);
    awaits(CHARGE, token, "\"stage\":\"stopped\"");
    assertThat(room.anybody().delete(CHARGE + "/" + token).statusCode()).isEqualTo(204);
    assertThat(room.anybody().get(CHARGE + "/" + token).statusCode()).isEqualTo(404);
  }

  @Test
  void aWishThatNobodyCanFulfilIsRefusedWithASentence() {
    assertThat(room.anybody().post(FREE, "{}").statusCode()).isEqualTo(400);
    assertThat(room.anybody().post(FREE, "{\"building\":\"b99\"}").body())
        .contains("There is no building b99.");
    assertThat(room.anybody().post(FREE, "{\"sheds\":[\"nowhere\"]}").statusCode()).isEqualTo(400);
    assertThat(room.anybody().post(CHARGE, "{\"shed\":\"s07\",\"socket\":12}").statusCode())
        .isEqualTo(400);
    HttpResponse<String> silent = room.anybody().post(CHARGE, "{\"shed\":\"s08\",\"socket\":1}");
    assertThat(silent.statusCode()).isEqualTo(409);
    tell("s07", Usage.FREE);
    assertThat(room.anybody().post(CHARGE, "{\"shed\":\"s07\",\"socket\":1}").statusCode())
        .isEqualTo(409);
    assertThat(room.anybody().get(FREE + "/" + "0".repeat(32)).statusCode()).isEqualTo(404);
  }

  @Test
  void oneAddressAsksSixtyTimesAnHour() {
    for (int i = 0; i < 60; i++) {
      asks(FREE, "{\"sheds\":[\"s09\"]}");
    }
    HttpResponse<String> oneMore = room.anybody().post(FREE, "{\"sheds\":[\"s09\"]}");
    assertThat(oneMore.statusCode()).isEqualTo(429);
    assertThat(oneMore.headers().firstValue("retry-after")).isPresent();
  }
}
