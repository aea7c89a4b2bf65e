package io.shedwatch.server.broker;

import io.shedwatch.testkit.Mosquitto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/**
 * The access file that docs/brokers.md shows does on a real Mosquitto what the embedded one does.
 */
final class MosquittoAccessTest extends BrokerAccessContract {
  @TempDir private static Path folder;
  private static Mosquitto mosquitto;

  @BeforeAll
  static void start() throws IOException {
    mosquitto =
        Mosquitto.start(
            folder,
            Map.of("server", "pw-server", "liuxi-s01", "pw-liuxi-s01", "liuxi-s02", "pw-liuxi-s02"),
            TopicAccess.mosquitto(ACCOUNTS));
  }

  @AfterAll
  static void stop() {
    mosquitto.close();
  }

  @Override
  boolean refusesSubscriptions() {
    return false; // Mosquitto lets a wildcard in and then holds every single message back.
  }

  @Override
  String url() {
    return mosquitto.url();
  }

  @Override
  String password(String account) {
    return "pw-" + account;
  }
}
