package io.shedwatch.server.wish.phone;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.notice.courier.Outcome;
import io.shedwatch.server.notice.courier.StandIn;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Dns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What leaves for a push service, what its answers mean, and where nothing is ever sent. */
final class HttpWebPushTest {
  private static final Instant NOW = Instant.parse("2026-01-07T11:00:00Z");
  private static final Word WORD =
      new Word("t".repeat(32), "tag-1", "7号车棚 3 号插座空出来了", "请尽快去。", Duration.ofMinutes(5), true);

  @TempDir Path folder;

  private final Browser browser = Browser.draw();
  private StandIn service;
  private HttpWebPush push;

  @BeforeEach
  void start() throws IOException {
    service = StandIn.answering(201, "");
    push = new HttpWebPush(FileVapidKey.open(folder), Optional.empty(), true);
  }

  @AfterEach
  void stop() {
    service.close();
  }

  private Outcome tell() {
    return push.tell(WORD, browser.phone(service.url("/one")), NOW);
  }

  @Test
  void aWordArrivesSealedForOneBrowserWithItsTimeAndUrgency() {
    assertThat(tell()).isEqualTo(new Outcome.Delivered("HTTP 201"));
    StandIn.Heard came = service.heard().get(0);
    assertThat(browser.open(came.bytes()))
        .isEqualTo(
            "{\"tag\":\"tag-1\",\"title\":\"7号车棚 3"
                + " 号插座空出来了\",\"body\":\"请尽快去。\",\"lang\":\"zh-CN\"}");
    assertThat(came.headers())
        .containsEntry("ttl", "300")
        .containsEntry("urgency", "high")
        .containsEntry("topic", "t".repeat(32))
        .containsEntry("content-encoding", "aes128gcm");
    assertThat(came.headers().get("authorization"))
        .startsWith("vapid t=")
        .endsWith(", k=" + push.publicKey().orElseThrow());
  }

  @ParameterizedTest
  @CsvSource({"404", "410", "403", "400", "413", "301"})
  void aPhoneThatTheServiceWillNotKnowIsRefused(int status) {
    service.then(status, Map.of("Location", service.url("/elsewhere")));
    assertThat(tell()).isEqualTo(new Outcome.Refused("HTTP " + status));
    assertThat(service.heard()).as("redirects are not followed").hasSize(1);
  }

  @Test
  void whoIsAskedTooOftenIsLeftAloneForAsLongAsItSays() {
    service.then(429, Map.of("Retry-After", "17")).then(429).then(503).then(500);
    assertThat(tell())
        .isEqualTo(new Outcome.Later("HTTP 429: too often", Duration.ofSeconds(17), false));
    assertThat(tell())
        .isEqualTo(new Outcome.Later("HTTP 429: too often", Duration.ofMinutes(1), false));
    assertThat(tell()).isEqualTo(Outcome.later("HTTP 503"));
    assertThat(tell()).isEqualTo(Outcome.later("HTTP 500"));
  }

  @Test
  void aServiceThatIsAwayIsTriedLater() {
    service.close();
    assertThat(tell()).isInstanceOf(Outcome.Later.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://push.example.org/1",
        "https://push.example.org:8443/1",
        "https://user:word@push.example.org/1",
        "https://localhost/1",
        "https://influxdb/api",
        "https://127.0.0.1/1",
        "https://8.8.8.8/1",
        "https://[::1]/1",
        "https://[2001:4860:4860::8888]/1",
        "https://2130706433/1",
        "https://0x7f.1/1",
        "file:///etc/passwd",
        "nonsense",
      })
  void anAddressThatIsNoPushServicesIsNotTaken(String address) {
    List<String> asked = new ArrayList<>();
    HttpWebPush strict = strict(asked, "127.0.0.1");
    if (!address.equals("https://0x7f.1/1")) { // A name, for all one sees: its address decides.
      assertThat(strict.reaches(browser.phone(address))).isFalse();
    }
    assertThat(strict.tell(WORD, browser.phone(address), NOW)).isInstanceOf(Outcome.Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "fd00::7"})
  void aNameThatLeadsIntoAPrivateNetworkIsRefusedBeforeAnythingIsSent(String address) {
    List<String> asked = new ArrayList<>();
    Phone phone = browser.phone("https://push.example.org/1");
    HttpWebPush strict = strict(asked, "8.8.8.8", address);
    assertThat(strict.reaches(phone)).isTrue();
    assertThat(strict.tell(WORD, phone, NOW))
        .isEqualTo(new Outcome.Refused("the address is not of the open internet"));
    assertThat(asked).containsExactly("push.example.org");
  }

  @Test
  void keysThatAreNoneAreNotTaken() {
    Phone known = browser.phone(service.url("/one"));
    Phone phone = new Phone(known.address(), "AAAA.BBBB", known.language());
    assertThat(push.reaches(known)).isTrue();
    assertThat(push.reaches(phone)).isFalse();
    assertThat(push.tell(WORD, phone, NOW)).isInstanceOf(Outcome.Refused.class);
    assertThat(phone.toString()).doesNotContain("127.0.0.1");
  }

  /** Names lead to these addresses. */
  private HttpWebPush strict(List<String> asked, String... addresses) {
    Dns names =
        host -> {
          asked.add(host);
          List<InetAddress> found = new ArrayList<>();
          for (String address : addresses) {
            found.add(InetAddress.getByName(address));
          }
          return found;
        };
    try {
      return new HttpWebPush(FileVapidKey.open(folder), Optional.empty(), false, names);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
