package io.shedwatch.server.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.contract.Usage;
import io.shedwatch.server.alert.AlertState;
import io.shedwatch.server.alert.AlertView;
import io.shedwatch.server.alert.Severity;
import io.shedwatch.server.web.Client;
import io.shedwatch.server.web.EventStream;
import io.shedwatch.server.web.Room;
import io.shedwatch.testkit.Await;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The stream over a real connection. */
final class HttpLiveTest {
  private static final int SOCKETS = 11;

  private static Room room;
  private static LiveFeed feed;
  private static InstantSource clock;

  @BeforeAll
  static void start() throws IOException {
    room = Room.start(Map.of());
    feed = room.part(Live.class).feed();
    clock = room.part(InstantSource.class);
  }

  @AfterAll
  static void stop() {
    room.close();
  }

  private static void tell(String shed, Usage usage) {
    feed.shed(Sheds.online(shed, clock.millis(), Sheds.all(usage, SOCKETS)));
  }

  private static AlertView alert(String id) {
    return new AlertView(
        id,
        "hardware",
        "overcurrent",
        Severity.CRITICAL,
        Optional.of("s03"),
        OptionalInt.of(3),
        Optional.empty(),
        AlertState.ACTIVE_UNACKNOWLEDGED,
        Instant.ofEpochMilli(Sheds.START),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("incident-" + id),
        16.2,
        10,
        true,
        Optional.empty(),
        Optional.empty(),
        new AlertView.Life(1, false, Optional.empty(), Optional.empty()),
        Optional.empty());
  }

  @Test
  void staffGetASnapshotThenUsageAtOnceAndAlerts() throws Exception {
    tell("s01", Usage.FREE);
    try (EventStream stream = EventStream.open(room.admin(), Optional.empty())) {
      assertThat(stream.next("snapshot").data()).contains("\"shed\":\"s17\"", "\"watts\":176.2");

      tell("s01", Usage.CHARGING);
      assertThat(stream.next("shed", "\"shed\":\"s01\"", "\"charging\":11").data())
          .contains("\"watts\":176.2");

      feed.alert(alert("a1"));
      assertThat(stream.next("alert").data())
          .contains("\"alert\":\"a1\"", "\"clearedAt\":null", "\"measured\":16.2");
    }
  }

  @Test
  void anybodyGetsUsageButNeverQuantitiesOrAlerts() throws Exception {
    tell("s02", Usage.FREE);
    try (EventStream stream = EventStream.open(room.anybody(), Optional.empty())) {
      String snapshot = stream.next("snapshot").data();
      feed.alert(alert("a2"));
      tell("s02", Usage.FINISHED);
      String shed = stream.next("shed", "\"shed\":\"s02\"", "\"finished\":11").data();

      assertThat(shed).contains("\"usage\":\"finished\"");
      assertThat(snapshot + shed)
          .doesNotContain("watts", "volts", "amperes", "celsius", "wattHours", "lastUsage");
      assertThat(stream.took()).doesNotContain("alert");
    }
  }

  @Test
  void theStreamOfThousandsIsNotZippedOneByOneAndThatOfStaffIs() throws Exception {
    assertThat(encoding(room.anybody())).isEmpty();
    assertThat(encoding(room.admin())).contains("gzip");
  }

  private static Optional<String> encoding(Client client) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(client.url()).resolve("/api/v1/live"))
            .header("Accept-Encoding", "gzip");
    client.cookie().ifPresent(cookie -> request.header("Cookie", cookie));
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream stream = answer.body()) {
      assertThat(stream.read()).as("it begins at once").isNotNegative();
    }
    return answer.headers().firstValue("content-encoding");
  }

  @Test
  void whoComesBackGetsWhatWasMissedAndNoSnapshot() throws Exception {
    String last;
    try (EventStream stream = EventStream.open(room.admin(), Optional.empty())) {
      stream.next("snapshot");
      tell("s04", Usage.FREE);
      tell("s04", Usage.CHARGING);
      last = stream.next("shed", "\"shed\":\"s04\"", "\"charging\":11").id();
    }
    feed.alert(alert("missed"));
    tell("s04", Usage.TRIPPED);
    try (EventStream stream = EventStream.open(room.admin(), Optional.of(last))) {
      assertThat(stream.next("alert").data()).contains("\"alert\":\"missed\"");
      assertThat(stream.next("shed", "\"shed\":\"s04\"").data()).contains("\"usage\":\"tripped\"");
      assertThat(stream.took()).doesNotContain("snapshot");
    }
  }

  @Test
  void anIdOfAnotherStartIsAnsweredWithASnapshot() throws Exception {
    try (EventStream stream = EventStream.open(room.admin(), Optional.of("elsewhere-7"))) {
      assertThat(stream.next("snapshot").id()).isNotEmpty();
    }
  }

  @Test
  void aClientThatDoesNotReadIsCutOffWhileOthersGoOn() throws Exception {
    Live live = room.part(Live.class);
    URI url = URI.create(room.anybody().url());
    try (Socket deaf = new Socket();
        EventStream other = EventStream.open(room.admin(), Optional.empty())) {
      other.next("snapshot");
      deaf.setReceiveBufferSize(4_096);
      deaf.connect(new InetSocketAddress(url.getHost(), url.getPort()));
      String cookie = room.admin().cookie().orElseThrow();
      deaf.getOutputStream()
          .write(
              ("GET /api/v1/live HTTP/1.1\r\nHost: x\r\nCookie: " + cookie + "\r\n\r\n")
                  .getBytes(StandardCharsets.US_ASCII));
      Await.until("both listen", () -> live.streams() == 2);

      int[] told = {0};
      Await.until(
          "the deaf one is cut off",
          () -> {
            Usage usage = told[0]++ % 2 == 0 ? Usage.FREE : Usage.CHARGING;
            for (int shed = 7; shed <= 17; shed++) {
              tell(Sheds.name(shed), usage);
            }
            return live.streams() == 1;
          });

      Await.until("its connection is closed", () -> isClosed(deaf));
      tell("s06", Usage.DISABLED);
      assertThat(other.next("shed", "\"shed\":\"s06\"").data()).contains("\"unusable\":11");
    }
  }

  /** A write to a connection that the other side has reset fails. */
  private static boolean isClosed(Socket socket) {
    try {
      socket.getOutputStream().write('\n');
      return false;
    } catch (IOException closed) {
      return true;
    }
  }

  @Test
  void aClientThatLeavesIsForgotten() throws Exception {
    Live live = room.part(Live.class);
    try (EventStream stream = EventStream.open(room.anybody(), Optional.empty())) {
      stream.next("snapshot");
      assertThat(live.streams()).isPositive();
    }
    Await.until("nobody listens", () -> live.streams() == 0);
  }
}
