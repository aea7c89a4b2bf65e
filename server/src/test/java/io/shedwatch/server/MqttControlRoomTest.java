package io.shedwatch.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.shedwatch.testkit.Await;
import io.shedwatch.testkit.Influx;
import io.shedwatch.testkit.Mosquitto;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The wiring, on a real broker and a real InfluxDB; messages are written by hand. */
final class MqttControlRoomTest {
  private static final String SHED = "shedwatch/v1/liuxi/s01/";

  @TempDir Path folder;

  @Test
  void whatAShedSaysIsStoredShownAndConfirmed() throws Exception {
    Path broker = Files.createDirectory(folder.resolve("broker"));
    Path store = Files.createDirectory(folder.resolve("store"));
    try (Mosquitto mosquitto = Mosquitto.start(broker);
        Influx influx = Influx.start(store);
        TestRoom room =
            TestRoom.start(
                Map.of(
                    "SHEDWATCH_MQTT_URL",
                    mosquitto.url(),
                    "SHEDWATCH_INFLUX_URL",
                    influx.url(),
                    "SHEDWATCH_INFLUX_API",
                    "v1",
                    "SHEDWATCH_INFLUX_USER",
                    Influx.USER,
                    "SHEDWATCH_INFLUX_PASSWORD",
                    Influx.PASSWORD))) {
      MqttClient shed = new MqttClient(mosquitto.url(), "shed", new MemoryPersistence());
      Await.until("all parts are up", () -> room.anonymous().get("/health").status() == 200);
      assertThat(room.anonymous().get("/health").body())
          .contains("\"broker\":{\"status\":\"up\"", "\"readings\":{\"status\":\"up\"");

      BlockingQueue<String> receipts = listen(shed);
      say(shed);
      Await.until("a receipt for all three messages", () -> confirms(receipts, 3));
      assertThat(room.as("staff").get("/api/v1/sheds/s01").body())
          .contains("\"usage\":\"tripped\"", "\"watts\":2010.5");
      assertThat(count(room, "select count(*) from alert where shed = 's01'")).isEqualTo(1);
      assertThat(count(room, "select count(*) from incident_event")).isPositive();
      assertThat(room.anonymous().get("/prometheus").body())
          .containsPattern("shedwatch_readings_stored_total 1\\.0");
      shed.disconnect();
      shed.close();
    }
  }

  private static BlockingQueue<String> listen(MqttClient shed) throws Exception {
    BlockingQueue<String> receipts = new LinkedBlockingQueue<>();
    shed.connect();
    shed.subscribe(
        new org.eclipse.paho.mqttv5.common.MqttSubscription[] {
          new org.eclipse.paho.mqttv5.common.MqttSubscription(SHED + "stored", 1)
        },
        new org.eclipse.paho.mqttv5.client.IMqttMessageListener[] {
          (topic, message) -> receipts.add(new String(message.getPayload(), StandardCharsets.UTF_8))
        });
    return receipts;
  }

  private static void say(MqttClient shed) throws Exception {
    long at = System.currentTimeMillis();
    publish(
        shed,
        "status",
        """
        {"boot":"8f3c2a91","bootNumber":1,"seq":1,"at":%d,"state":"online","agent":"1.0.0",\
        "sockets":11,"holds":[{"boot":"8f3c2a91","from":1,"to":1}],"open":[]}"""
            .formatted(at));
    publish(
        shed,
        "alarms",
        """
        {"boot":"8f3c2a91","seq":2,"at":%d,"alarm":"8f3c2a91-2","socket":3,"kind":"overpower",\
        "phase":"raised","measured":2010.5,"limit":600.0,"action":"relay-opened"}"""
            .formatted(at));
    publish(
        shed,
        "readings",
        """
        {"boot":"8f3c2a91","seq":3,"at":%d,"readings":[{"socket":3,"usage":"tripped",\
        "relay":"open","volts":229.0,"amperes":8.8,"watts":2010.5,"wattHours":15234.5,\
        "celsius":31.5}]}"""
            .formatted(at));
  }

  private static void publish(MqttClient shed, String channel, String body) throws Exception {
    shed.publish(
        SHED + channel, body.getBytes(StandardCharsets.UTF_8), 1, channel.equals("status"));
  }

  private static boolean confirms(BlockingQueue<String> receipts, int seq)
      throws InterruptedException {
    String receipt = receipts.poll(1, TimeUnit.SECONDS);
    return receipt != null && receipt.contains("\"seq\":" + seq + ",");
  }

  private static int count(TestRoom room, String sql) throws Exception {
    try (Connection connection = room.context().getBean(DataSource.class).getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getInt(1);
    }
  }
}
