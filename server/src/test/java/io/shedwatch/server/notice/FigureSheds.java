package io.shedwatch.server.notice;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.eclipse.paho.mqttv5.client.MqttClient;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;

/** Sheds that are played by hand over one connection: births, alarms, and readings as a load. */
final class FigureSheds implements AutoCloseable {
  private static final int SOCKETS = 10;
  private static final long BEAT_MILLIS = 100;

  private final MqttClient alarms;
  private final MqttClient load;
  private final int[] seq;
  private final String boot = "%08x".formatted((int) System.nanoTime());
  private volatile boolean stopping;
  private Thread thread = new Thread(() -> {}, "no-load");

  private FigureSheds(MqttClient alarms, MqttClient load, int sheds) {
    this.alarms = alarms;
    this.load = load;
    this.seq = new int[sheds];
  }

  static FigureSheds connect(String url, int sheds) throws Exception {
    MqttClient alarms = new MqttClient(url, "figures", new MemoryPersistence());
    MqttClient load = new MqttClient(url, "figures-load", new MemoryPersistence());
    alarms.connect();
    load.connect();
    return new FigureSheds(alarms, load, sheds);
  }

  private synchronized int next(int shed) {
    return ++seq[shed];
  }

  void births() throws Exception {
    for (int shed = 0; shed < seq.length; shed++) {
      String body =
          "{\"boot\":\"%s\",\"bootNumber\":1,\"seq\":%d,\"at\":%d,\"state\":\"online\","
              + "\"agent\":\"1.0.0\",\"sockets\":%d,"
              + "\"holds\":[{\"boot\":\"%s\",\"from\":1,\"to\":1}],\"open\":[]}";
      long now = System.currentTimeMillis();
      say(
          alarms,
          shed,
          "status",
          body.formatted(boot, next(shed), now, shed < SOCKETS ? 11 : SOCKETS, boot));
    }
  }

  /** Returns when the broker has it. */
  void alarm(int shed, int socket, String kind) throws Exception {
    int number = next(shed);
    String body =
        "{\"boot\":\"%s\",\"seq\":%d,\"at\":%d,\"alarm\":\"%s-%d\",\"socket\":%d,\"kind\":\"%s\","
            + "\"phase\":\"raised\",\"measured\":16.2,\"limit\":5.5,\"action\":\"none\"}";
    long now = System.currentTimeMillis();
    say(alarms, shed, "alarms", body.formatted(boot, number, now, boot, number, socket, kind));
  }

  /** Begins to send so many readings a second, ten a message, until it is closed; 0: none. */
  void readings(int perSecond) {
    if (perSecond == 0) {
      return;
    }
    int perBeat = (int) (perSecond * BEAT_MILLIS / 1_000 / SOCKETS);
    thread =
        new Thread(
            () -> {
              long due = System.nanoTime();
              for (int message = 0; !stopping; message++) {
                try {
                  beat(message * perBeat, perBeat);
                } catch (Exception e) {
                  throw new IllegalStateException("the load broke", e);
                }
                due += TimeUnit.MILLISECONDS.toNanos(BEAT_MILLIS);
                LockSupport.parkNanos(due - System.nanoTime());
              }
            },
            "load");
    thread.setDaemon(true);
    thread.start();
  }

  private void beat(int first, int messages) throws Exception {
    for (int i = first; i < first + messages; i++) {
      int shed = i % seq.length;
      StringBuilder readings = new StringBuilder();
      for (int socket = 1; socket <= SOCKETS; socket++) {
        readings
            .append(socket == 1 ? "" : ",")
            .append("{\"socket\":")
            .append(socket)
            .append(",\"usage\":\"charging\",\"relay\":\"closed\",\"volts\":229.1,\"watts\":")
            .append(100 + i % 50)
            .append("}");
      }
      String body = "{\"boot\":\"%s\",\"seq\":%d,\"at\":%d,\"readings\":[%s]}";
      long now = System.currentTimeMillis();
      say(load, shed, "readings", body.formatted(boot, next(shed), now, readings));
    }
  }

  private static void say(MqttClient client, int shed, String channel, String body)
      throws Exception {
    String topic = "shedwatch/v1/liuxi/s%02d/%s".formatted(shed + 1, channel);
    client.publish(topic, body.getBytes(StandardCharsets.UTF_8), 1, channel.equals("status"));
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join(TimeUnit.SECONDS.toMillis(5));
      for (MqttClient client : new MqttClient[] {alarms, load}) {
        client.disconnect();
        client.close();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (MqttException e) {
      throw new IllegalStateException("the broker went first", e);
    }
  }
}
