package io.shedwatch.server.notice.courier;

import java.util.Map;

/**
 * A POST of JSON.
 *
 * @param url holds secrets: never logged
 */
record HttpCall(String url, Map<String, String> headers, String body) {
  @Override
  public String toString() {
    return "HttpCall[]";
  }
}
