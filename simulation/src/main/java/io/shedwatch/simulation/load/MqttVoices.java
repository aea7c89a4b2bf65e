package io.shedwatch.simulation.load;

import io.shedwatch.contract.Channel;
import io.shedwatch.contract.Codec;
import io.shedwatch.contract.Decoded;
import io.shedwatch.contract.Message;
import io.shedwatch.contract.ShedAddress;
import io.shedwatch.contract.SiteId;
import io.shedwatch.contract.Stored;
import io.shedwatch.contract.Topic;
import io.shedwatch.edge.uplink.MqttSockets;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.eclipse.paho.mqttv5.client.IMqttToken;
import org.eclipse.paho.mqttv5.client.MqttActionListener;
import org.eclipse.paho.mqttv5.client.MqttAsyncClient;
import org.eclipse.paho.mqttv5.client.MqttCallback;
import org.eclipse.paho.mqttv5.client.MqttConnectionOptions;
import org.eclipse.paho.mqttv5.client.MqttDisconnectResponse;
import org.eclipse.paho.mqttv5.client.persist.MemoryPersistence;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.eclipse.paho.mqttv5.common.MqttMessage;
import org.eclipse.paho.mqttv5.common.packet.MqttProperties;

/** One broker connection that publishes for many sheds and collects their receipts. */
final class MqttVoices implements AutoCloseable {
  /**
   * Publications without a PUBACK, or fewer where the broker wants fewer (Mosquitto: 20); at the
   * bound the next one waits, and is late.
   */
  private static final int WINDOW = 1_000;

  private final MqttAsyncClient client;
  private final Codec codec = new Codec();
  private final Semaphore window;
  private final Map<ShedAddress, Long> stored = new ConcurrentHashMap<>();

  private MqttVoices(MqttAsyncClient client, int window) {
    this.client = client;
    this.window = new Semaphore(window);
  }

  static MqttVoices connect(LoadSettings settings, String clientId) throws MqttException {
    MqttAsyncClient client =
        new MqttAsyncClient(settings.mqttUrl(), clientId, new MemoryPersistence());
    MqttConnectionOptions options = new MqttConnectionOptions();
    options.setAutomaticReconnect(false);
    options.setReceiveMaximum(WINDOW);
    options.setSocketFactory(new MqttSockets());
    if (!settings.password().isEmpty()) {
      options.setUserName(settings.mqttUser());
      options.setPassword(settings.password().getBytes(StandardCharsets.UTF_8));
    }
    IMqttToken connected = client.connect(options);
    connected.waitForCompletion(30_000);
    Integer wanted = connected.getResponseProperties().getReceiveMaximum();
    MqttVoices voices = new MqttVoices(client, wanted == null ? WINDOW : Math.min(WINDOW, wanted));
    client.setCallback(voices.new Receipts());
    String receipts = Topic.filter(new SiteId(settings.site()), Channel.STORED);
    IMqttToken subscribed = client.subscribe(receipts, 1);
    subscribed.waitForCompletion(30_000);
    for (int code : subscribed.getReasonCodes()) {
      if (code >= 0x80) {
        throw new IllegalStateException("subscription refused with " + code);
      }
    }
    return voices;
  }

  void publish(ShedAddress shed, Message message) throws MqttException, InterruptedException {
    window.acquire();
    MqttMessage packet = new MqttMessage(codec.encode(message));
    packet.setQos(1);
    packet.setRetained(message.channel().retained());
    client.publish(new Topic(shed, message.channel()).name(), packet, null, new Release());
  }

  /** The highest receipt heard for that shed; 0 before the first. */
  long storedSeq(ShedAddress shed) {
    return stored.getOrDefault(shed, 0L);
  }

  @Override
  public void close() throws MqttException {
    client.disconnect().waitForCompletion(5_000);
    client.close();
  }

  private final class Release implements MqttActionListener {
    @Override
    public void onSuccess(IMqttToken token) {
      window.release();
    }

    @Override
    public void onFailure(IMqttToken token, Throwable cause) {
      window.release();
      System.err.println("not published: " + cause);
    }
  }

  private final class Receipts implements MqttCallback {
    @Override
    public void messageArrived(String topic, MqttMessage packet) {
      if (codec.decode(topic, packet.getPayload()) instanceof Decoded.Good good
          && good.message() instanceof Stored receipt) {
        stored.merge(good.from(), receipt.seq(), Math::max);
      }
    }

    @Override
    public void disconnected(MqttDisconnectResponse response) {
      System.err.println("disconnected: " + response);
    }

    @Override
    public void mqttErrorOccurred(MqttException exception) {
      System.err.println("broker connection: " + exception);
    }

    @Override
    public void deliveryComplete(IMqttToken token) {}

    @Override
    public void connectComplete(boolean reconnect, String serverUri) {}

    @Override
    public void authPacketArrived(int reasonCode, MqttProperties properties) {}
  }
}
