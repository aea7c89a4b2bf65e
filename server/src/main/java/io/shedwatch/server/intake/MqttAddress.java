package io.shedwatch.server.intake;

import java.util.Optional;

/**
 * Where the broker is and who we are there.
 *
 * @param url {@code tcp://host:port} or {@code ssl://host:port}
 * @param client stable, so that the broker keeps what comes while we are away
 */
public record MqttAddress(
    String url, String client, Optional<String> user, Optional<String> password) {
  boolean isTls() {
    return url.startsWith("ssl:");
  }

  @Override
  public String toString() {
    return url + " as " + client; // Never the password.
  }
}
