package io.shedwatch.server.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class EventHashTest {
  private static final IncidentEvent EVENT =
      new IncidentEvent(
          "i1", 1_767_225_600_000L, "opened", "edge", "{\"kind\":\"烟\"}", "a1:raised");

  @Test
  void theCanonicalFormIsTheOneOfTheManual() {
    assertThat(EventHash.canonical("liuxi", 1, EventHash.GENESIS, EVENT))
        .isEqualTo(
            "{\"at\":1767225600000,\"cause\":\"a1:raised\",\"detail\":\"{\\\"kind\\\":\\\"烟\\\"}\","
                + "\"event\":\"opened\",\"incident\":\"i1\",\"number\":1,\"previous\":\""
                + "0".repeat(64)
                + "\",\"site\":\"liuxi\",\"who\":\"edge\"}");
  }

  @Test
  void theHashIsWhatSha256sumSaysOfTheCanonicalForm() {
    // printf '%s' '<the canonical form above>' | sha256sum
    assertThat(EventHash.of("liuxi", 1, EventHash.GENESIS, EVENT))
        .isEqualTo("4eb6b1e0e2afd319fc440052787fea4646d12004cd03096e047d7f806d9f95bc");
  }

  @Test
  void controlCharactersAndQuotesAreEscapedAndNothingElse() {
    IncidentEvent odd = new IncidentEvent("i", 0, "e", "a\"b\\c\n\u0001\u00e9/", "", "");
    assertThat(EventHash.canonical("s", 2, "p", odd))
        .contains("\"who\":\"a\\\"b\\\\c\\u000a\\u0001\u00e9/\"");
  }

  @Test
  void everyPartOfAnEventCounts() {
    String hash = EventHash.of("s", 1, "p", EVENT);
    assertThat(EventHash.of("t", 1, "p", EVENT)).isNotEqualTo(hash);
    assertThat(EventHash.of("s", 2, "p", EVENT)).isNotEqualTo(hash);
    assertThat(EventHash.of("s", 1, "q", EVENT)).isNotEqualTo(hash);
    assertThat(EventHash.of("s", 1, "p", new IncidentEvent("i1", 1, "opened", "edge", "", "")))
        .isNotEqualTo(hash);
  }
}
