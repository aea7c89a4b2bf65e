package io.shedwatch.server.broker;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Optional;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.spi.core.remoting.Acceptor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * ActiveMQ Artemis inside this process: MQTT 5 on one port, every acknowledged message forced to
 * the disk first, accounts and access from code.
 */
public final class ArtemisBroker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(ArtemisBroker.class);

  private static final String LOOPBACK = "127.0.0.1";

  private final EmbeddedActiveMQ embedded;
  private final int port;
  private final String url;

  private ArtemisBroker(EmbeddedActiveMQ embedded, int port, String url) {
    this.embedded = embedded;
    this.port = port;
    this.url = url;
  }

  /**
   * Starts and returns when clients can connect.
   *
   * @param folder the broker's own folder; what was kept there before is there again
   * @throws IOException when the port is taken, or the folder or the certificate cannot be used
   */
  public static ArtemisBroker start(BrokerSettings settings, BrokerAccounts accounts, Path folder)
      throws IOException {
    long startedAt = System.nanoTime();
    Files.createDirectories(folder);
    int port = settings.port() == 0 ? freePort(settings.host()) : settings.port();
    requireFree(settings.host(), port);
    Optional<Path> keystore = settings.tlsKeystore();
    // The server beside it needs no TLS, and no trust in a certificate made out to another name.
    int local = keystore.isPresent() ? freePort(LOOPBACK) : port;
    EmbeddedActiveMQ embedded = new EmbeddedActiveMQ();
    try {
      Configuration configuration = ArtemisConfiguration.in(folder.toAbsolutePath());
      if (keystore.isPresent()) {
        String password = settings.tlsPassword().orElseThrow().reveal();
        requireReadable(keystore.get(), password);
        configuration.addAcceptorConfiguration(
            ArtemisConfiguration.tls("mqtts", settings.host(), port, keystore.get(), password));
        configuration.addAcceptorConfiguration(
            ArtemisConfiguration.plain("local", LOOPBACK, local));
      } else {
        configuration.addAcceptorConfiguration(
            ArtemisConfiguration.plain("mqtt", settings.host(), port));
      }
      embedded.setConfiguration(configuration);
      embedded.setSecurityManager(new ArtemisSecurity(accounts));
      embedded.start();
      if (!accepts(embedded)) {
        throw new IOException("the broker does not listen; see the log");
      }
    } catch (Exception e) {
      stopQuietly(embedded, e);
      throw e instanceof IOException io ? io : new IOException("the broker did not start", e);
    }
    String host = keystore.isPresent() ? LOOPBACK : here(settings.host());
    LOG.info(
        "broker.started host={} port={} tls={} millis={}",
        settings.host(),
        port,
        keystore.isPresent(),
        (System.nanoTime() - startedAt) / 1_000_000);
    return new ArtemisBroker(embedded, port, "tcp://" + host + ":" + local);
  }

  /** Where the server itself reaches it. */
  public String url() {
    return url;
  }

  /** Where sheds reach it. */
  public int port() {
    return port;
  }

  private static String here(String host) {
    return host.equals("0.0.0.0") || host.equals("::") ? LOOPBACK : host;
  }

  private static boolean accepts(EmbeddedActiveMQ embedded) {
    return embedded.getActiveMQServer().getRemotingService().getAcceptors().values().stream()
        .allMatch(Acceptor::isStarted);
  }

  private static int freePort(String host) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), 0));
      return socket.getLocalPort();
    }
  }

  /** Artemis logs a port that is taken and goes on without it; we say so and stop. */
  private static void requireFree(String host, int port) throws IOException {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
    } catch (IOException e) {
      throw new IOException("port " + port + " of the MQTT broker: " + e.getMessage(), e);
    }
  }

  /** Artemis reads it at the first connection only. */
  private static void requireReadable(Path keystore, String password) throws IOException {
    try (InputStream file = Files.newInputStream(keystore)) {
      KeyStore.getInstance("PKCS12").load(file, password.toCharArray());
    } catch (IOException | GeneralSecurityException e) {
      throw new IOException("certificate of the MQTT broker " + keystore + ": " + e, e);
    }
  }

  private static void stopQuietly(EmbeddedActiveMQ embedded, Exception because) {
    try {
      embedded.stop();
    } catch (Exception e) {
      because.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      embedded.stop();
      LOG.info("broker.stopped");
    } catch (Exception e) {
      throw new IllegalStateException("the broker did not stop", e);
    }
  }
}
