package io.shedwatch.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RealServersTest {
  @Test
  void mosquittoStartsWithAccountsAndComesBackAfterAKill(@TempDir Path folder) throws Exception {
    try (Mosquitto mosquitto =
        Mosquitto.start(folder, Map.of("server", "s"), "user server\ntopic readwrite #\n")) {
      mosquitto.program().kill();
      assertThat(Ports.accepts(mosquitto.port())).isFalse();
      mosquitto.restart();
      assertThat(Ports.accepts(mosquitto.port())).isTrue();
    }
  }

  @Test
  void influxStartsWithAUserAndComesBackAfterAKill(@TempDir Path folder) throws Exception {
    try (Influx influx = Influx.start(folder)) {
      influx.program().kill();
      influx.restart();
      assertThat(influx.program().alive()).isTrue();
    }
  }

  @Test
  void postgresKeepsItsDatabaseAcrossAKill() throws Exception {
    try (Postgres postgres = Postgres.start()) {
      postgres.createDatabase("second");
      postgres.program().kill();
      postgres.restart();
      postgres.createDatabase("third");
      assertThat(postgres.jdbcUrl("third")).endsWith("/third");
    }
  }
}
