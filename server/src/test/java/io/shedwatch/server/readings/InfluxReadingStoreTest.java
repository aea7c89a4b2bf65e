package io.shedwatch.server.readings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shedwatch.contract.SiteId;
import io.shedwatch.server.readings.ReadingStore.Written;
import io.shedwatch.testkit.Influx;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a real InfluxDB 1.6. */
final class InfluxReadingStoreTest extends ReadingStoreContract {
  @TempDir private static Path folder;
  private static Influx influx;
  private static int databases;
  private String database = "none";

  @BeforeAll
  static void startInflux() throws IOException {
    influx = Influx.start(folder);
  }

  @AfterAll
  static void stopInflux() {
    influx.close();
  }

  @BeforeEach
  void newDatabase() {
    // The superclass opens its store first; open() names the database of this test.
    assertThat(database).isNotEqualTo("none");
  }

  @Override
  ReadingStore open(SiteId site) {
    if (database.equals("none")) {
      database = "db" + databases++;
    }
    return open(site, database, Influx.PASSWORD);
  }

  private static ReadingStore open(SiteId site, String database, String password) {
    InfluxSettings settings =
        new InfluxSettings(
            influx.url(), InfluxSettings.Api.V1, Influx.USER, password, "", "", database);
    return InfluxReadingStore.open(site, settings, RETENTION);
  }

  @Test
  void aWrongPasswordIsAnErrorToRetryWithInfluxDbsOwnWords() {
    try (ReadingStore store = open(LIUXI, database, "wrong")) {
      assertThatThrownBy(() -> store.write(List.of(message(S01, NOON, reading(1, 1, 1)))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("401")
          .hasMessageContaining("authorization failed");
      assertThatThrownBy(() -> raw(store, Scope.socket(S01, 1), NOON, NOON + 1))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("401");
    }
  }

  @Test
  void aDroppedDatabaseIsMadeAgainByTheNextWrite() throws IOException {
    try (ReadingStore store = open(LIUXI)) {
      store.write(List.of(message(S01, NOON, reading(1, 1, 1))));
      InfluxCalls.query(influx, "DROP DATABASE " + database);
      assertThat(raw(store, Scope.socket(S01, 1), NOON, NOON + 1)).isEmpty();
      assertThat(store.write(List.of(message(S01, NOON, reading(1, 1, 1)))))
          .isEqualTo(new Written(1, 0));
      assertThat(raw(store, Scope.socket(S01, 1), NOON, NOON + 1)).hasSize(1);
    }
  }

  @Test
  void missingRetentionPoliciesAreMadeInAnExistingDatabase() throws IOException {
    InfluxCalls.query(influx, "CREATE DATABASE " + database);
    try (ReadingStore store = open(LIUXI)) {
      assertThat(store.write(List.of(message(S01, NOON, reading(1, 1, 1)))))
          .isEqualTo(new Written(1, 0));
    }
    assertThat(InfluxCalls.query(influx, "SHOW RETENTION POLICIES ON " + database))
        .contains("[\"raw\",\"840h0m0s\",\"24h0m0s\",1,true]")
        .contains("[\"minute\",\"8784h0m0s\",\"168h0m0s\",1,false]")
        .contains("[\"hour\",\"0s\",\"720h0m0s\",1,false]");
  }

  @Test
  void aTypeConflictRefusesThatLineAndStoresTheOthers() throws IOException {
    try (ReadingStore store = open(LIUXI)) {
      store.write(List.of(message(S02, NOON, reading(1, 1, 1))));
      // Somebody wrote text into a field that is a number.
      InfluxCalls.write(
          influx,
          database,
          "raw",
          "socket,shed=s01,site=liuxi,socket=1 celsius=\"warm\" " + (NOON - 48 * HOUR));
      Written written =
          store.write(
              List.of(
                  message(S01, NOON - 48 * HOUR + 1, reading(1, 1, 1)),
                  message(S02, NOON, reading(2, 1, 1), reading(3, 1, 1))));
      assertThat(written).isEqualTo(new Written(2, 1));
      assertThat(raw(store, Scope.wholeShed(S02), NOON, NOON + 1)).hasSize(3);
    }
  }

  @Test
  void anErrorInsideAGoodAnswerIsAnError() {
    InfluxQuery.RowVisitor none = (tags, cells) -> {};
    assertThatThrownBy(
            () ->
                InfluxQuery.read(
                    new java.io.ByteArrayInputStream(
                        "{\"results\":[{\"statement_id\":0,\"error\":\"timeout\"}]}"
                            .getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                    none))
        .isInstanceOf(InfluxQuery.Refused.class)
        .hasMessage("timeout");
  }

  @Test
  void anAccountThatMayNotCreateIsToldWhatIsMissing() throws IOException {
    InfluxCalls.query(influx, "CREATE USER weak WITH PASSWORD 'weak'");
    InfluxSettings settings =
        new InfluxSettings(influx.url(), InfluxSettings.Api.V1, "weak", "weak", "", "", "nowhere");
    try (ReadingStore store = InfluxReadingStore.open(LIUXI, settings, RETENTION)) {
      assertThatThrownBy(() -> store.write(List.of(message(S01, NOON, reading(1, 1, 1)))))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("403");
    }
  }
}
