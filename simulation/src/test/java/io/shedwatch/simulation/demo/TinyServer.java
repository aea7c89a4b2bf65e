package io.shedwatch.simulation.demo;

import com.sun.net.httpserver.HttpServer;
import io.shedwatch.contract.BootId;
import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.Stamped;
import io.shedwatch.contract.Status;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.contract.Will;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** Tells its site, takes what comes by MQTT, and says receipts a few times a second. */
final class TinyServer implements MqttCallback, AutoCloseable {
  private static final long RECEIPTS_EVERY_MILLIS = 100;

  /** One boot of one shed. */
  record Key(ShedAddress shed, BootId boot) {}

  private final Codec codec = new Codec();
  private final HttpServer http;
  private final ScheduledExecutorService receipts = Executors.newSingleThreadScheduledExecutor();
  private final Map<Key, TreeMap<Long, Stamped>> boots = new LinkedHashMap<>();
  private final List<Stamped> arrivals = new ArrayList<>();
  private final List<Will> wills = new ArrayList<>();
  private MqttAsyncClient client;

  TinyServer(String site, String brokerUrl, String user, String password) throws Exception {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext(
        "/api/v1/site",
        exchange -> {
          byte[] body = site.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    http.start();
    client = connect(brokerUrl, user, password);
    ScheduledFuture<?> unused =
        receipts.scheduleWithFixedDelay(
            this::sayReceipts, 0, RECEIPTS_EVERY_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** After the broker was away. */
  synchronized void connectAgain(String brokerUrl, String user, String password) throws Exception {
    client.close(true);
    client = connect(brokerUrl, user, password);
  }

  private MqttAsyncClient connect(String url, String user, String password) throws MqttException {
    MqttAsyncClient fresh = new MqttAsyncClient(url, "tiny-server", new MemoryPersistence());
    fresh.setCallback(this);
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setUserName(user);
    options.setPassword(password.getBytes(StandardCharsets.UTF_8));
    fresh.connect(options).waitForCompletion(10_000);
    for (Channel channel : Channel.values()) {
      if (channel.fromEdge()) {
        fresh.subscribe("shedwatch/v1/+/+/" + channel.word(), 1).waitForCompletion(10_000);
      }
    }
    return fresh;
  }

  String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort();
  }

  /** All that came, in its order. */
  synchronized List<Stamped> arrivals() {
    return List.copyOf(arrivals);
  }

  synchronized List<Will> wills() {
    return List.copyOf(wills);
  }

  /** What came of each boot, by seq. */
  synchronized Map<Key, NavigableMap<Long, Stamped>> boots() {
    Map<Key, NavigableMap<Long, Stamped>> copy = new LinkedHashMap<>();
    boots.forEach((key, messages) -> copy.put(key, new TreeMap<>(messages)));
    return copy;
  }

  /** The newest status of each boot that came by itself. */
  synchronized List<Status> births(BootId boot) {
    return arrivals.stream()
        .filter(message -> message.boot().equals(boot))
        .filter(Status.class::isInstance)
        .map(Status.class::cast)
        .toList();
  }

  private synchronized void sayReceipts() {
    boots.forEach(
        (key, messages) -> {
          long seq = contiguous(messages);
          if (seq > 0) {
            publish(key, new Stored(key.boot(), seq, 1));
          }
        });
  }

  private void publish(Key key, Stored stored) {
    try {
      client.publish(new Topic(key.shed(), Channel.STORED).name(), codec.encode(stored), 1, true);
    } catch (MqttException e) {
      // The broker is away, or takes no more just now; the next round says it again.
      return;
    }
  }

  private static long contiguous(NavigableMap<Long, Stamped> messages) {
    long seq = 0;
    for (long next : messages.keySet()) {
      if (next != seq + 1) {
        break;
      }
      seq = next;
    }
    return seq;
  }

  @Override
  public synchronized void messageArrived(String topic, MqttMessage message) {
    Decoded decoded = codec.decode(topic, message.getPayload());
    if (!(decoded instanceof Decoded.Good good)) {
      throw new IllegalStateException("the demo said " + decoded);
    }
    if (good.message() instanceof Will will) {
      wills.add(will);
    }
    if (good.message() instanceof Stamped stamped) {
      arrivals.add(stamped);
      boots
          .computeIfAbsent(new Key(good.from(), stamped.boot()), key -> new TreeMap<>())
          .putIfAbsent(stamped.seq(), stamped);
    }
  }

  @Override
  public void disconnected(MqttDisconnectResponse response) {
    // The test that stops the broker connects again.
  }

  @Override
  public void mqttErrorOccurred(MqttException failure) {
    failure.printStackTrace();
  }

  @Override
  public void deliveryComplete(IMqttToken token) {
    // Receipts may be lost.
  }

  @Override
  public void connectComplete(boolean reconnect, String url) {
    // Waited for.
  }

  @Override
  public void authPacketArrived(int reasonCode, MqttProperties properties) {
    // Not used.
  }

  @Override
  public void close() throws IOException {
    receipts.shutdownNow();
    http.stop(0);
    try {
      client.disconnectForcibly(0, 500, true);
      client.close(true);
    } catch (MqttException e) {
      throw new IOException(e);
    }
  }
}
