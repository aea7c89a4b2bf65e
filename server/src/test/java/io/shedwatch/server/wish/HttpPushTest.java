package io.shedwatch.server.wish;

import java.util.Map;

/** On the built-in H2. */
final class HttpPushTest extends HttpPushLaws {
  @Override
  Map<String, String> database() {
    return Map.of();
  }
}
