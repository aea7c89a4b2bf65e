package io.shedwatch.server.broker;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** How we want Artemis: small, MQTT only, forced to the disk before it acknowledges. */
final class ArtemisConfiguration {
  // Small, since a site's traffic is small and the whole server has 300 MB.
  private static final int JOURNAL_FILE_BYTES = 4 << 20;
  private static final int JOURNAL_FILES = 2;
  private static final int JOURNAL_POOL_FILES = 4;
  private static final int JOURNAL_BUFFER_BYTES = 128 << 10;
  private static final int THREADS = 8;
  private static final int TIMER_THREADS = 2;
  private static final int NETTY_THREADS = 2;

  /** In memory for all topics together; beyond it messages go to page files. */
  private static final long MEMORY_BYTES = 32L << 20;

  private static final long TOPIC_MEMORY_BYTES = 4L << 20;
  private static final int PAGE_BYTES = 1 << 20;

  /** Above this the disk is nearly full, and publishers wait unacknowledged. */
  private static final int MAX_DISK_PERCENT = 97;

  /**
   * How long a 3.1.1 client's session is kept, seconds: a day. MQTT 5 clients say it themselves.
   */
  private static final int SESSION_SECONDS = 86_400;

  private static final long WILL_SCAN_MILLIS = 1_000;

  private ArtemisConfiguration() {}

  /** All but the ports. */
  static Configuration in(Path folder) throws Exception {
    ConfigurationImpl configuration = new ConfigurationImpl();
    configuration
        .setName("shedwatch")
        .setBindingsDirectory(folder.resolve("bindings").toString())
        .setJournalDirectory(folder.resolve("journal").toString())
        .setLargeMessagesDirectory(folder.resolve("large").toString())
        .setPagingDirectory(folder.resolve("paging").toString())
        .setPersistenceEnabled(true)
        .setSecurityEnabled(true)
        .setJMXManagementEnabled(false)
        .setJournalType(JournalType.NIO)
        .setJournalSyncTransactional(true)
        .setJournalSyncNonTransactional(true)
        .setJournalFileSize(JOURNAL_FILE_BYTES)
        .setJournalMinFiles(JOURNAL_FILES)
        .setJournalBufferSize_NIO(JOURNAL_BUFFER_BYTES)
        .setThreadPoolMaxSize(THREADS)
        .setScheduledThreadPoolMaxSize(TIMER_THREADS)
        .setGlobalMaxSize(MEMORY_BYTES)
        .setMaxDiskUsage(MAX_DISK_PERCENT);
    configuration.setJournalPoolFiles(JOURNAL_POOL_FILES);
    configuration.setCriticalAnalyzer(false);
    configuration.setMqttSessionScanInterval(WILL_SCAN_MILLIS);
    configuration.addAddressSetting("#", topics());
    return configuration;
  }

  private static AddressSettings topics() {
    return new AddressSettings()
        .setAutoCreateAddresses(true)
        .setAutoCreateQueues(true)
        .setAutoDeleteAddresses(true)
        .setMaxSizeBytes(TOPIC_MEMORY_BYTES)
        .setPageSizeBytes(PAGE_BYTES)
        .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE)
        // For ever: a message leaves when it is acknowledged or expires, never for being retried.
        .setMaxDeliveryAttempts(-1);
  }

  /** A port that speaks MQTT in the clear. */
  static TransportConfiguration plain(String name, String host, int port) {
    return acceptor(name, host, port, Map.of());
  }

  /** A port that speaks MQTT over TLS. */
  static TransportConfiguration tls(
      String name, String host, int port, Path keystore, String password) {
    return acceptor(
        name,
        host,
        port,
        Map.of(
            "sslEnabled",
            true,
            "keyStorePath",
            keystore.toAbsolutePath().toString(),
            "keyStoreType",
            "PKCS12",
            "keyStorePassword",
            password));
  }

  private static TransportConfiguration acceptor(
      String name, String host, int port, Map<String, Object> security) {
    Map<String, Object> parameters = new LinkedHashMap<>(security);
    parameters.put("host", host);
    parameters.put("port", port);
    parameters.put("protocols", "MQTT");
    parameters.put("tcpNoDelay", true);
    parameters.put("remotingThreads", NETTY_THREADS);
    Map<String, Object> protocol = Map.of("defaultMqttSessionExpiryInterval", SESSION_SECONDS);
    return new TransportConfiguration(
        "org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory",
        parameters,
        name,
        protocol);
  }
}
