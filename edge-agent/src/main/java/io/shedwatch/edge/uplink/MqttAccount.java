package io.shedwatch.edge.uplink;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How one shed reaches its broker. One account per shed, also where a process serves several.
 *
 * @param url {@code tcp://host:1883} or {@code ssl://host:8883}
 * @param user empty: anonymous
 * @param password empty with an empty user
 * @param trust certificates (PEM) that the broker's is checked against; empty: the machine's own
 * @param identity the shed's own certificate and key; empty: none
 * @param keepAliveSeconds after one and a half of them in silence the broker says the will
 */
public record MqttAccount(
    String url,
    String user,
    String password,
    Optional<Path> trust,
    Optional<Identity> identity,
    int keepAliveSeconds) {
  /** At least one message a minute goes out anyway: pings would cost a third of the budget. */
  public static final int DEFAULT_KEEP_ALIVE_SECONDS = 60;

  /**
   * A client certificate with its key.
   *
   * @param keyStore PKCS #12
   */
  public record Identity(Path keyStore, String password) {}

  public MqttAccount {
    if (!url.startsWith("tcp://") && !url.startsWith("ssl://")) {
      throw new IllegalArgumentException("a broker is tcp://host:port or ssl://host:port: " + url);
    }
    if (keepAliveSeconds < 5 || keepAliveSeconds > 3_600) {
      throw new IllegalArgumentException("keep alive is 5 to 3,600 s, not " + keepAliveSeconds);
    }
  }

  /** Without TLS, as in tests and behind a tunnel. */
  public static MqttAccount plain(String url, String user, String password) {
    return new MqttAccount(
        url, user, password, Optional.empty(), Optional.empty(), DEFAULT_KEEP_ALIVE_SECONDS);
  }

  boolean isTls() {
    return url.startsWith("ssl://");
  }

  /** Never the password. */
  @Override
  public String toString() {
    return url + (user.isEmpty() ? "" : " as " + user);
  }
}
