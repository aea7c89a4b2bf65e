package io.shedwatch.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.server.TestAnswer;
import io.shedwatch.server.TestRoom;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HttpCrossSiteTest {
  private final TestRoom room = TestRoom.shared();

  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, same-origin,         true",
    "Sec-Fetch-Site, none,                true",
    "Sec-Fetch-Site, same-site,           false",
    "Sec-Fetch-Site, cross-site,          false",
    "Origin,         SELF,                true",
    "Origin,         http://evil.example, false",
    "Origin,         null,                false",
  })
  void changesComeFromOwnPagesOnly(String header, String value, boolean taken) {
    String self = room.root().toString().replaceFirst("/$", "");
    TestAnswer answer =
        room.as("staff")
            .send(
                "POST",
                "/api/v1/logins-of-nobody",
                "{}",
                Map.of(header, value.replace("SELF", self)));
    if (taken) {
      assertThat(answer.status()).isEqualTo(404);
    } else {
      assertThat(answer.status()).isEqualTo(403);
      assertThat(answer.field("type")).isEqualTo("/problems/cross-site");
    }
  }

  @Test
  void theBrowsersWordAboutTheSiteWinsOverTheOrigin() {
    TestAnswer answer =
        room.anonymous()
            .send(
                "POST",
                "/api/v1/logout",
                "",
                Map.of("Sec-Fetch-Site", "cross-site", "Origin", room.root().toString()));
    assertThat(answer.status()).isEqualTo(403);
  }

  @Test
  void readingIsFreeForLinksFromElsewhere() {
    assertThat(
            room.anonymous()
                .send("GET", "/api/v1/site", "", Map.of("Sec-Fetch-Site", "cross-site"))
                .status())
        .isEqualTo(200);
  }
}
