package io.shedwatch.server.http;

import io.micronaut.http.HttpRequest;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Where a request comes from, for throttling and audit. */
@Singleton
public final class HttpClientAddress {
  /** An IPv6 address with its zone is shorter; a longer value is not an address. */
  private static final int MAX_LENGTH = 64;

  private final Optional<String> trustedProxy;

  HttpClientAddress(HttpSettings settings) {
    this.trustedProxy = settings.trustedProxy();
  }

  /**
   * The client's IP address. X-Forwarded-For is believed from the trusted proxy alone, and only its
   * last entry: earlier ones come from the client.
   */
  public String of(HttpRequest<?> request) {
    java.net.InetSocketAddress remote = request.getRemoteAddress();
    String peer =
        remote.getAddress() == null ? remote.getHostString() : remote.getAddress().getHostAddress();
    if (trustedProxy.filter(peer::equals).isEmpty()) {
      return peer;
    }
    String forwarded = request.getHeaders().findFirst("X-Forwarded-For").orElse(peer);
    String last = forwarded.substring(forwarded.lastIndexOf(',') + 1).strip();
    return last.isEmpty() || last.length() > MAX_LENGTH ? peer : last;
  }
}
