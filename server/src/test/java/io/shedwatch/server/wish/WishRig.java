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

/** A whole room with its database; sheds are told to it as lanes would, wishes come over HTTP. */
abstract class WishRig {
  static final String FREE = "/api/v1/wishes/free";
  static final String CHARGE = "/api/v1/wishes/charge";
  private static final int SOCKETS = 11;

  final Map<String, String> environment = new HashMap<>();
  Room room;

  /** The database, as settings. */
  abstract Map<String, String> database() throws IOException;

  @BeforeEach
  void start() throws IOException {
    environment.putAll(database());
    environment.put("SHEDWATCH_DATA", Files.createTempDirectory("shedwatch-wish").toString());
    environment.put("SHEDWATCH_WISH_QUIET_FROM_HOUR", "0");
    environment.put("SHEDWATCH_WISH_QUIET_TO_HOUR", "0");
    environment.put("SHEDWATCH_WISH_MOVE_MINUTES", "0");
    environment.put("SHEDWATCH_WISH_PUSH", "anywhere");
    room = Room.start(environment);
    tell("s07", Usage.CHARGING);
  }

  @AfterEach
  void stop() {
    room.close();
  }

  /** The shed's first socket is used so; all others charge. */
  void tell(String shed, Usage first) {
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

  String asks(String path, String where) {
    HttpResponse<String> answer = room.anybody().post(path, where);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    Matcher token = Pattern.compile("\"wish\":\"([0-9a-f]{32})\"").matcher(answer.body());
    assertThat(token.find()).as(answer.body()).isTrue();
    return token.group(1);
  }

  String read(String path, String token) {
    return room.anybody().get(path + "/" + token).body();
  }

  void awaits(String path, String token, String... words) {
    Await.until(
        String.join(" ", words),
        () -> {
          String seen = read(path, token);
          return Arrays.stream(words).allMatch(seen::contains);
        });
  }
}
